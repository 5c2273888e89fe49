package dev.rapport.notifier.mute;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.InteractionEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.TestClock;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class MuteTest {

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Instant now = Instant.now();

    /** Anna waits for an answer, and is to be kept in touch with. */
    @BeforeEach
    void know() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, INBOUND, now.minus(Duration.ofDays(2))));
        patiently().until(() -> kinds().size() == 2 && states().contains("due"));
    }

    @AfterEach
    void backToNow() {
        TestClock.reset(clock);
    }

    @Test
    void shouldLeaveNothingButManualRemindersOfAMutedContactUntilItIsMutedNoMore() throws Exception {
        // Given a reminder that was set by hand
        addManual();

        // When
        var mute = put("/v1/mutes/contacts/" + anna, "");

        // Then
        assertThat(mute).isEqualTo("contact:" + anna);
        assertThat(kinds()).containsExactly("manual");
        assertThat(alex.get("/v1/reminders?state=resolved").getList("items.kind"))
                .containsExactly("reply_owed");
        assertThat(alex.get("/v1/mutes").getList("items.contactName")).containsExactly("Anna Berg");
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, INBOUND, now.minus(Duration.ofDays(3))));
        await().during(Duration.ofSeconds(2)).until(() -> kinds().equals(List.of("manual")));

        // And when it is muted no more
        alex.call().delete("/v1/mutes/contacts/" + anna).then().statusCode(204);
        alex.call().delete("/v1/mutes/contacts/" + anna).then().statusCode(404);

        // Then
        assertThat(kinds()).containsExactlyInAnyOrder("manual", "reply_owed", "keep_in_touch");
        assertThat(alex.get("/v1/mutes").getList("items")).isEmpty();
    }

    @Test
    void shouldPlanAnewWhenTheMuteEnds() {
        // Given
        var until = now.plus(Duration.ofDays(2));
        put("/v1/mutes/contacts/" + anna, "{\"until\": \"" + until + "\"}");
        put("/v1/mutes/kinds/keep_in_touch", "{\"until\": \"" + until.plus(Duration.ofDays(1)) + "\"}");
        assertThat(kinds()).isEmpty();

        // When the one is over, and then the other
        TestClock.set(clock, until.plusSeconds(1));
        patiently().untilAsserted(() -> assertThat(kinds()).containsExactly("reply_owed"));
        assertThat(alex.get("/v1/mutes").getList("items.subject")).containsExactly("kind:keep_in_touch");
        TestClock.set(clock, until.plus(Duration.ofDays(1)).plusSeconds(1));

        patiently().untilAsserted(() -> assertThat(kinds()).containsExactlyInAnyOrder("reply_owed", "keep_in_touch"));
        assertThat(alex.get("/v1/mutes").getList("items")).isEmpty();
    }

    @Test
    void shouldLeaveOutAMutedKindOnly() {
        put("/v1/mutes/kinds/reply_owed", "{}");
        assertThat(kinds()).containsExactly("keep_in_touch");
        assertThat(alex.get("/v1/mutes").getList("items.kind")).containsExactly("reply_owed");

        alex.call().delete("/v1/mutes/kinds/reply_owed").then().statusCode(204);
        assertThat(kinds()).containsExactlyInAnyOrder("reply_owed", "keep_in_touch");
    }

    @Test
    void shouldMuteWhomAMutedContactIsMergedInto() {
        put("/v1/mutes/contacts/" + anna, "");
        var survivor = UUID.randomUUID();
        publish(ContactEvent.TOPIC, alex.workspace(), contact(survivor, 1, "alex", "A. Berg", Told.MONTHLY));
        patiently().until(() -> kinds().equals(List.of("keep_in_touch")));

        publish(ContactEvent.TOPIC, alex.workspace(), new ContactMerged(anna, 2, survivor, now));

        patiently().untilAsserted(() -> assertThat(kinds()).isEmpty());
        alex.call().delete("/v1/mutes/contacts/" + survivor).then().statusCode(204);
        assertThat(kinds()).containsExactlyInAnyOrder("reply_owed", "keep_in_touch");
    }

    @Test
    void shouldMuteOnlyTheMembersOwn() {
        for (var other : List.of(new Api(alex.workspace(), "bob"), Api.ofNewWorkspace())) {
            other.call().put("/v1/mutes/contacts/" + anna).then().statusCode(404);
            other.call().delete("/v1/mutes/contacts/" + anna).then().statusCode(404);
            other.call().put("/v1/mutes/kinds/reply_owed").then().statusCode(200);
        }
        alex.call().put("/v1/mutes/contacts/" + UUID.randomUUID()).then().statusCode(404);
        alex.as("notifier:read").put("/v1/mutes/contacts/" + anna).then().statusCode(403);
        alex.as("notifier:read").delete("/v1/mutes/kinds/reply_owed").then().statusCode(403);
        alex.as("notifier:write").get("/v1/mutes").then().statusCode(403);
        assertThat(kinds()).hasSize(2);
        assertThat(alex.get("/v1/mutes").getList("items")).isEmpty();
    }

    @Test
    void shouldRefuseWhatCannotBeMuted() {
        refuse("/v1/mutes/kinds/manual", "", "kind");
        alex.call().put("/v1/mutes/kinds/gossip").then().statusCode(404);
        alex.call().delete("/v1/mutes/kinds/drifting").then().statusCode(404);
        refuse("/v1/mutes/kinds/drifting", "{\"until\": \"2020-01-01T00:00:00Z\"}", "until");
    }

    @Test
    void shouldPageByWhatIsMuted() {
        put("/v1/mutes/contacts/" + anna, "");
        put("/v1/mutes/kinds/drifting", "");

        var first = alex.get("/v1/mutes?limit=1");
        var second = alex.get("/v1/mutes?limit=1&cursor=" + first.getString("next"));

        assertThat(first.getList("items.subject")).containsExactly("contact:" + anna);
        assertThat(second.getList("items.subject")).containsExactly("kind:drifting");
        assertThat(second.getString("next")).isNull();
    }

    private String put(String path, String body) {
        return alex.call().body(body).put(path).then().statusCode(200).extract().path("subject");
    }

    private void refuse(String path, String body, String field) {
        alex.call().body(body).put(path).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    private List<String> kinds() {
        return alex.get("/v1/reminders").getList("items.kind");
    }

    private List<String> states() {
        return alex.get("/v1/reminders").getList("items.state");
    }

    private void addManual() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into reminder (workspace_id, id, contact_id, owner, kind, state, cause, reason, due_at,
                            wake_at, created_at, updated_at)
                        values (?, gen_random_uuid(), ?, 'alex', 'manual', 'scheduled', 'test', 'Call her',
                            now() + interval '9 days', now() + interval '9 days', now(), now())""")) {
            insert.setString(1, alex.workspace());
            insert.setObject(2, anna);
            insert.executeUpdate();
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
