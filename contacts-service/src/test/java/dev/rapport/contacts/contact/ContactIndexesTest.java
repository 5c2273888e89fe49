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
            insert into contact (workspace_id, id, owner, display_name, emails, phones, handles, relationship, interests,
                version, created_at, updated_at)
            select '%1$s-' || i %% 20, uuidv7(), 'owner' || i %% 100, 'Person ' || i, array['p' || i || '@example.org'],
                '{}', '{}', 'OTHER', array['interest' || i], 1, now(), now() - i * interval '1 minute'
            from generate_series(1, 20000) as i""";

    private static final String LIST =
            "explain select * from contact where workspace_id = '%s-1' and deleted_at is null and %s order by id desc limit 51";

    @Inject
    DataSource database;

    @Test
    void shouldServeEveryFilterFromItsIndexWhenThereAreManyContacts() throws SQLException {
        var name = UUID.randomUUID().toString();
        run(MANY_CONTACTS.formatted(name));
        run("vacuum analyze contact");

        assertThat(plan(name, "true")).contains("contact_pkey");
        assertThat(plan(name, "owner = 'owner41'")).contains("contact_by_owner");
        assertThat(plan(name, "relationship = 'CLIENT'")).contains("contact_by_relationship");
        assertThat(plan(name, "updated_at >= now() - interval '5 minutes'")).contains("contact_by_update");
        assertThat(plan(name, "contact_interested(interests, 'interest41')")).contains("contact_by_interest");
        assertThat(plan(name, "contact_matches(search, 'person 4141')")).contains("contact_by_text");
    }

    private String plan(String name, String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(LIST.formatted(name, condition))) {
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
