package dev.rapport.contacts.contact;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** Forgets the words that only erased contacts were called by. */
@ApplicationScoped
public class ForgetWords {

    /** In ascending order, as those are locked who add words. */
    private static final String FORGET = """
            with unused as materialized (
                select k.word from contact_word k
                join unnest(:words::text[], :queries::text[]) as said (word, query) on said.word = k.word
                where k.workspace_id = :workspace and not exists (
                    select from contact c
                    where c.workspace_id = :workspace and c.deleted_at is null and c.words @@ said.query::tsquery)
                order by k.word
                for update of k
            )
            delete from contact_word k using unused u where k.workspace_id = :workspace and k.word = u.word""";

    private final WorkspaceSql sql;
    private final CurrentMember member;

    @Inject
    ForgetWords(WorkspaceSql sql, CurrentMember member) {
        this.sql = sql;
        this.member = member;
    }

    /** Forgets what no present contact is called any more, in the transaction that erased these. */
    public void of(Collection<Contact> erased) {
        var words = new TreeSet<String>();
        erased.forEach(contact -> words.addAll(SearchWords.called(contact.details())));
        var lexemes = Lexemes.in(member.workspace());
        var queries = words.stream().map(word -> lexemes.word(word).query()).toList();
        sql.update(FORGET, Map.of("words", words, "queries", queries));
    }
}
