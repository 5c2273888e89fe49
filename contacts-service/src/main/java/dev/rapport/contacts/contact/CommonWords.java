package dev.rapport.contacts.contact;

import dev.rapport.contacts.contact.Lexemes.Term;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * How many contacts have the commonest words, such as the second half of most email addresses, by PostgreSQL's own statistics.
 * These lag behind what is stored, so they may decide how contacts are looked for, never which are found.
 */
@ApplicationScoped
class CommonWords {

    private static final String COUNTS = """
            select e.lexeme, e.frequency * t.reltuples
            from pg_stats s
            join pg_class t on t.oid = 'contact'::regclass
            cross join unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (lexeme, frequency)
            where s.schemaname = current_schema() and s.tablename = 'contact' and s.attname = 'words'
                and e.lexeme is not null""";

    private final DataSource database;
    /** How many contacts have each of the commonest lexemes. */
    private volatile NavigableMap<String, Double> counts = new TreeMap<>();

    @Inject
    CommonWords(DataSource database) {
        this.database = database;
    }

    /** Learns what PostgreSQL knows now. */
    @Scheduled(every = "1m", identity = "common-words")
    void read() throws SQLException {
        var read = new TreeMap<String, Double>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNTS);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                read.put(rows.getString(1), rows.getDouble(2));
            }
        }
        learn(read);
    }

    void learn(Map<String, Double> counted) {
        counts = new TreeMap<>(counted);
    }

    /** How many contacts are known to match; a contact counts for each of its lexemes that do. */
    double matching(Term term) {
        double matching = 0;
        for (var count : counts.tailMap(term.lexeme()).entrySet()) {
            if (!term.matches(count.getKey())) {
                break;
            }
            matching += count.getValue();
        }
        return matching;
    }
}
