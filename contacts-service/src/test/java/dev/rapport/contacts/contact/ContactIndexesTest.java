package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactIndexesTest {

    private static final String MANY_CONTACTS = """
            insert into contact (workspace_id, id, details, version, created_at, updated_at, derived_version, name_key,
                organization_key, keys, words)
            select w, uuidv7(), jsonb_build_object('owner', 'owner' || i %% 100, 'relationship', 'other'),
                1, now(), now() - i * interval '1 minute', %2$d, 'person ' || i, 'org ' || i,
                array[w || ' interest:interest' || i], array_to_tsvector(array[w || ' person', w || ' p' || i])
            from generate_series(1, 20000) as i, lateral (select '%1$s-' || i %% 20 as w) as workspace""";

    private static final String LIST =
            "explain select * from contact c where workspace_id = '%s-1' and deleted_at is null and %s limit 51";

    @Inject
    DataSource database;

    @Test
    void shouldServeEveryFilterFromItsIndexWhenThereAreManyContacts() throws SQLException {
        var name = UUID.randomUUID().toString();
        run(MANY_CONTACTS.formatted(name, ContactRow.DERIVED_VERSION));
        run("vacuum analyze contact");
        run("vacuum analyze contact_by_listed_key");

        assertThat(plan(name, "true order by id desc")).contains("contact_pkey");
        assertThat(plan(name, "true order by name_key, id")).contains("contact_by_name");
        assertThat(plan(name, "true order by organization_key desc, id desc")).contains("contact_by_organization");
        assertThat(plan(name, "true order by updated_at desc, id desc")).contains("contact_by_update");
        assertThat(plan(name, "owner = 'owner41'")).contains("contact_by_owner");
        assertThat(plan(name, "relationship = 'client'")).contains("contact_by_relationship");
        assertThat(plan(name, "updated_at >= now() - interval '5 minutes'")).contains("contact_by_update");
        assertThat(plan(name, "keys @> array['%s-1 interest:interest41']".formatted(name)))
                .contains("contact_by_key");
        assertThat(plan("""
                        explain select id from contact_by_listed_key where workspace_id = '%s-1' and key = 'interest:interest41'
                            and owner = 'owner41' order by id desc limit 51""".formatted(name)))
                .contains("Index Only Scan Backward using contact_by_listed_key_pkey")
                .doesNotContain("Sort");
        assertThat(plan(name, "words @@ '''%s-1 p41'':*'".formatted(name))).contains("contact_by_word");
    }

    private String plan(String name, String condition) throws SQLException {
        return plan(LIST.formatted(name, condition));
    }

    private String plan(String explain) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(explain)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
