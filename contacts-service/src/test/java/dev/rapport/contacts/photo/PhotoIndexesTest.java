package dev.rapport.contacts.photo;

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
class PhotoIndexesTest {

    private static final String MANY_CONTACTS = """
            insert into contact (workspace_id, id, details, version, created_at, updated_at, derived_version)
            select '%1$s-' || i %% 20, uuidv7(), jsonb_build_object('owner', 'alex', 'relationship', 'other',
                'photo', jsonb_build_object('sha256', 'sha' || i)), 1, now(), now(), 1
            from generate_series(1, 20000) as i""";

    private static final String REFERRED = """
            explain select from contact c
            where c.workspace_id = '%s-1' and c.details -> 'photo' ->> 'sha256' = 'sha41'""";

    @Inject
    DataSource database;

    @Test
    void shouldFindWhoHasAPhotoByItsIndexWhenThereAreManyContacts() throws SQLException {
        var name = UUID.randomUUID().toString();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(MANY_CONTACTS.formatted(name));
            statement.execute("vacuum analyze contact");

            var plan = new StringBuilder();
            try (var rows = statement.executeQuery(REFERRED.formatted(name))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString()).contains("contact_by_photo");
        }
    }
}
