package dev.rapport.contacts.contact;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Derives the keys and words of contacts anew that an older version of the service derived, at start and in the background.
 * The contacts themselves do not change, so nobody is told.
 */
@ApplicationScoped
class RenewDerived {

    private static final Logger LOG = Logger.getLogger(RenewDerived.class);
    private static final int BATCH = 500;

    private static final String OLD = "select c.workspace_id, " + ContactRow.COLUMNS + """
             from contact c
            where c.derived_version < ?
            order by c.workspace_id, c.id
            limit ?
            for update skip locked""";

    private static final String RENEW = """
            update contact c
            set derived_version = ?, name_key = i."nameKey", organization_key = coalesce(i."organizationKey", ''),
                keys = coalesce(i.keys, '{}'), words = array_to_tsvector(coalesce(i.words, '{}'))
            from jsonb_to_recordset(?::jsonb)
                as i (workspace text, id uuid, "nameKey" text, "organizationKey" text, keys text[], words text[])
            where c.workspace_id = i.workspace and c.id = i.id""";

    private static final String KNOW = """
            insert into contact_word (workspace_id, word)
            select distinct i.workspace, word
            from jsonb_to_recordset(?::jsonb) as i (workspace text, called text[]), unnest(i.called) as word
            order by 1, 2
            on conflict do nothing""";

    private final DataSource database;

    @Inject
    RenewDerived(DataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        var thread = new Thread(this::renewAll, "renew-derived");
        thread.setDaemon(true);
        thread.start();
    }

    private void renewAll() {
        try {
            int all = 0;
            for (int renewed = renew(); renewed > 0; renewed = renew()) {
                all += renewed;
            }
            LOG.infof("derived=renewed contacts=%d", all);
        } catch (SQLException e) {
            LOG.warnf("derived=not-renewed cause=%s", e.getMessage());
        }
    }

    /** Renews one batch; returns how many contacts it had. */
    int renew() throws SQLException {
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            var old = old(transaction);
            if (!old.isEmpty()) {
                var rows = DetailsJson.write(old);
                try (var renew = transaction.prepareStatement(RENEW);
                        var know = transaction.prepareStatement(KNOW)) {
                    renew.setInt(1, ContactRow.DERIVED_VERSION);
                    renew.setString(2, rows);
                    renew.executeUpdate();
                    know.setString(1, rows);
                    know.executeUpdate();
                }
            }
            transaction.commit();
            return old.size();
        }
    }

    private static List<Old> old(Connection transaction) throws SQLException {
        var old = new ArrayList<Old>();
        try (var select = transaction.prepareStatement(OLD)) {
            select.setInt(1, ContactRow.DERIVED_VERSION);
            select.setInt(2, BATCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    old.add(Old.of(rows.getString("workspace_id"), ContactRow.read(rows)));
                }
            }
        }
        return old;
    }

    private record Old(
            String workspace,
            UUID id,
            String nameKey,
            String organizationKey,
            Set<String> keys,
            Set<String> words,
            Set<String> called) {

        static Old of(String workspace, Contact contact) {
            var row = ContactRow.of(workspace, contact);
            return new Old(
                    workspace,
                    row.id(),
                    row.nameKey(),
                    row.organizationKey(),
                    row.keys(),
                    row.words(),
                    SearchWords.called(contact.details()));
        }
    }
}
