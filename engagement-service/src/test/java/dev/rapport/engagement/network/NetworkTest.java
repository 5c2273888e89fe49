package dev.rapport.engagement.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Person;
import dev.rapport.engagement.Tables;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.Cadence;
import dev.rapport.events.InteractionKind;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngagementTest
class NetworkTest {

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @Inject
    KeepDays keepDays;

    @Test
    void shouldTellCollectingFromEngaging() {
        // Given
        populate();

        // Then
        workspace
                .as("alex")
                .get("/v1/network")
                .then()
                .statusCode(200)
                .body(
                        "now.contacts", equalTo(7),
                        "now.engaged30", equalTo(4),
                        "now.engaged90", equalTo(5),
                        "engagedShare30", equalTo(4 / 7f),
                        "now.withCadence", equalTo(4),
                        "now.inCadence", equalTo(1),
                        "coverage", equalTo(.25f),
                        "now.bands.cooling", equalTo(3),
                        "now.bands.dormant", equalTo(4),
                        "responseTimes.mine.answers", equalTo(1),
                        "responseTimes.mine.median", equalTo("PT24H"),
                        "growth", hasSize(24),
                        "growth[23].added", equalTo(6),
                        "growth.added.sum()", equalTo(7),
                        "weeks", empty());
        workspace
                .as("alex")
                .get("/v1/network?owner=bea")
                .then()
                .body("now.contacts", equalTo(1), "now.engaged90", equalTo(0), "coverage", nullValue());
        workspace.as("alex").get("/v1/network?owner=nobody").then().body("now.contacts", equalTo(0));
        Workspace.create().as("alex").get("/v1/network").then().body("now.contacts", equalTo(0));
    }

    @Test
    void shouldKeepADayOnceHoweverOftenItIsTaken() throws SQLException {
        // Given
        populate();
        keepDays.keep(workspace.name());
        new Person(workspace, "alex").tell(1);
        keepDays.keep(workspace.name());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                insert into network_day
                select workspace_id, owner, day - 7 * n, contacts - n, engaged30, engaged90, close, active, warm, cooling,
                    dormant, with_cadence, in_cadence, reciprocity
                from network_day, generate_series(1, 3) n where workspace_id = '%s'\
                """.formatted(workspace.name()));
        }

        // Then
        workspace
                .as("alex")
                .get("/v1/network")
                .then()
                .body("now.contacts", equalTo(8), "weeks.contacts", contains(4, 5, 6));
        workspace.as("alex").get("/v1/network?weeks=2").then().body("weeks", hasSize(2));
        workspace.as("alex").get("/v1/network?owner=bea").then().body("weeks.contacts", contains(-2, -1, 0));
        assertThat(Tables.of(database, workspace.name())).contains("network_day");
        var chart = workspace.as("alex").accept("image/svg+xml").get("/v1/network");
        chart.then().statusCode(200).contentType("image/svg+xml;charset=UTF-8");
        assertThat(chart.asString()).contains(">engaged in 90 days<").contains("8 contacts");
        workspace.as("alex").get("/v1/network?weeks=0").then().statusCode(400);
    }

    /** Seven contacts, of whom two have kept in touch, and one by a pitch alone, which is none. */
    private void populate() {
        var monthly = new Cadence(Period.ofDays(20), Period.ofDays(30), List.of());
        var calls = new Cadence(Period.ofDays(20), Period.ofDays(30), List.of(InteractionKind.CALL));
        var kept = new Person(workspace, "alex").every(monthly).tell(1);
        var mailed = new Person(workspace, "alex").every(calls).tell(1);
        var late = new Person(workspace, "alex").every(monthly).tell(1);
        var pitched = new Person(workspace, "alex").every(monthly).tell(1);
        var answered = new Person(workspace, "alex").tell(1);
        new Person(workspace, "alex")
                .addedAt(Instant.now().minus(Duration.ofDays(300)))
                .tell(1);
        new Person(workspace, "bea").tell(1);
        record(kept, "email", "OUTBOUND", 10);
        record(mailed, "email", "OUTBOUND", 10);
        record(late, "email", "OUTBOUND", 40);
        record(pitched, "pitch", "OUTBOUND", 1);
        record(answered, "email", "INBOUND", 25);
        record(answered, "email", "OUTBOUND", 24);
        workspace.awaitInteractions(kept, 1);
        workspace.awaitInteractions(mailed, 1);
        workspace.awaitInteractions(late, 1);
        workspace.awaitInteractions(pitched, 1);
        workspace.awaitInteractions(answered, 2);
    }

    private void record(UUID contact, String kind, String direction, int daysAgo) {
        workspace.record(Map.of(
                "contactId",
                contact,
                "kind",
                kind,
                "direction",
                direction,
                "occurredAt",
                Instant.now().minus(Duration.ofDays(daysAgo)).toString()));
    }
}
