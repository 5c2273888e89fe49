package dev.rapport.contacts.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class DuplicatesAmongManyTest {

    private static final Logger LOG = Logger.getLogger(DuplicatesAmongManyTest.class);

    /** Names that sound alike come in blocks of 5 and 40, as among people. */
    private static final String MANY = """
            insert into contact (workspace_id, id, details, version, created_at, updated_at, derived_version, name_key, keys)
            select w, uuidv7(), jsonb_build_object('owner', 'alex', 'relationship', 'other',
                    'displayName', 'Person P' || i, 'emails', jsonb_build_array('p' || i || '@example.org')),
                1, now(), now(), 2, 'person p' || i,
                array[w || ' address:p' || i || '@example.org', w || ' name:p' || i || ' person',
                    w || ' sound:PRSN p' || i / 5, w || ' letters:p p' || i / 40]
            from generate_series(1, 100000) as i, lateral (select '%s' as w) as workspace""";

    private final Client alex = Client.inNewWorkspace();

    @Inject
    DataSource database;

    @Test
    void shouldShowThePairSoonWhenOneOfAHundredThousandContactsBecomesADuplicate() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(MANY.formatted(alex.workspace()));
        }
        var id = alex.add(Map.of("displayName", "Mary"));
        alex.patch(id, "*", Map.of("emails", List.of("p4@example.org")));
        await().until(() -> pairsOf(id) == 1);

        var begin = System.nanoTime();
        alex.patch(id, "*", Map.of("emails", List.of("p77777@example.org"), "displayName", "Person P77777"));
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> confidenceOf(id) > 0.99);

        LOG.infof("contacts=100000 duplicateSeenAfterMs=%d", (System.nanoTime() - begin) / 1_000_000);
        assertThat(pairsOf(id)).isEqualTo(1);
    }

    private int pairsOf(String id) {
        return list(id).size();
    }

    private double confidenceOf(String id) {
        return list(id).stream()
                .mapToDouble(pair -> ((Number) pair.get("confidence")).doubleValue())
                .max()
                .orElse(0);
    }

    private List<Map<String, Object>> list(String id) {
        return alex.request()
                .queryParam("contact", id)
                .get(Client.CONTACTS + "/duplicates")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
