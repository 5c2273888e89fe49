package dev.rapport.notifier.reminder;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationActedOn;
import dev.rapport.events.NotificationEvent.NotificationDelivered;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.Heard;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NotifierTest
class ReminderResourceTest {

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();

    @Test
    void shouldStartTheCadenceAnewWhenKeepInTouchIsDoneAndTakeASecondDoneAsTheSame() {
        var id = scheduledKeepInTouch();

        var done = alex.post("/v1/reminders/" + id + "/done", "");
        var again = alex.post("/v1/reminders/" + id + "/done", "");

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(again.getMap("")).isEqualTo(done.getMap(""));
        assertThat(alex.get("/v1/reminders").getList("items.cause")).containsExactly("closed:" + id);
        assertThat(alex.get("/v1/reminders?state=done").getList("items.id")).containsExactly(id);
        alex.call().post("/v1/reminders/" + id + "/dismiss").then().statusCode(409);
        alex.call()
                .body("{\"until\": \"" + Instant.now().plusSeconds(600) + "\"}")
                .post("/v1/reminders/" + id + "/snooze")
                .then()
                .statusCode(409)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void shouldPublishWhatTheMemberWasToldAndDid() {
        var id = dueReply("Anna Berg");

        alex.post("/v1/reminders/" + id + "/dismiss", "");

        try (var heard = new Heard<>(NotificationEvent.TOPIC, alex.workspace())) {
            var events = new ArrayList<NotificationEvent>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                events.clear();
                events.addAll(heard.events());
                return events.size() == 2;
            });
            assertThat(events.get(0)).isInstanceOf(NotificationDelivered.class);
            assertThat(events.get(1)).isInstanceOfSatisfying(NotificationActedOn.class, acted -> {
                assertThat(acted.action()).isEqualTo("dismissed");
                assertThat(acted.member()).isEqualTo("alex");
                assertThat(acted.reminderId()).hasToString(id);
                assertThat(acted.notificationId()).isEqualTo(((NotificationDelivered) events.get(0)).notificationId());
            });
        }
        assertThat(alex.get("/v1/reminders").getList("items")).isEmpty();
    }

    @Test
    void shouldNotOweAReplyAgainForWhatCameBeforeTheMemberClosedIt() {
        var id = dueReply("Anna Berg");
        alex.post("/v1/reminders/" + id + "/done", "");

        var between = touch(anna, EMAIL, INBOUND, Instant.now().minus(Duration.ofDays(1)));
        publish(InteractionEvent.TOPIC, alex.workspace(), between);
        var after = touch(anna, EMAIL, INBOUND, Instant.now().plusSeconds(60));
        publish(InteractionEvent.TOPIC, alex.workspace(), after);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(alex.get("/v1/reminders").getList("items.cause"))
                        .containsExactly("touch:" + after.interactionId()));
    }

    @Test
    void shouldHideEverythingFromOtherMembersAndOtherWorkspaces() {
        var id = dueReply("Anna Berg");
        var item = alex.get("/v1/inbox").getString("items[0].id");

        for (var other : List.of(new Api(alex.workspace(), "bob"), Api.ofNewWorkspace())) {
            var unknown = other.call()
                    .get("/v1/reminders/" + UUID.randomUUID())
                    .then()
                    .statusCode(404)
                    .extract();
            other.call().get("/v1/reminders/" + id).then().statusCode(404).body("", equalTo(unknown.path("")));
            other.call().post("/v1/reminders/" + id + "/done").then().statusCode(404);
            other.call().post("/v1/reminders/" + id + "/dismiss").then().statusCode(404);
            other.call()
                    .body("{\"until\": \"" + Instant.now().plusSeconds(600) + "\"}")
                    .post("/v1/reminders/" + id + "/snooze")
                    .then()
                    .statusCode(404);
            other.call().post("/v1/inbox/" + item + "/read").then().statusCode(404);
            assertThat(other.get("/v1/reminders?state=due,done,resolved").getList("items"))
                    .isEmpty();
            assertThat(other.get("/v1/inbox").getList("items")).isEmpty();
            assertThat(other.get("/v1/inbox/unread-count").getLong("unread")).isZero();
            assertThat(other.get("/v1/editions/preview").getList("sections")).isEmpty();
        }
        assertThat(alex.get("/v1/reminders/" + id).getString("state")).isEqualTo("due");
    }

    @Test
    void shouldRefuseWhatTheScopesDoNotPermit() {
        var path = "/v1/reminders/" + UUID.randomUUID();
        alex.as("notifier:write").get("/v1/reminders").then().statusCode(403);
        alex.as("notifier:write").get(path).then().statusCode(403);
        alex.as("contacts:read").get("/v1/inbox").then().statusCode(403);
        alex.as("contacts:read").get("/v1/inbox/unread-count").then().statusCode(403);
        alex.as("contacts:read").get("/v1/preferences").then().statusCode(403);
        alex.as("contacts:read").get("/v1/editions/preview").then().statusCode(403);
        alex.as("notifier:read").post(path + "/done").then().statusCode(403);
        alex.as("notifier:read").post(path + "/dismiss").then().statusCode(403);
        alex.as("notifier:read")
                .body("{\"until\": \"2030-01-01T00:00:00Z\"}")
                .post(path + "/snooze")
                .then()
                .statusCode(403);
        alex.as("notifier:read")
                .post("/v1/inbox/" + UUID.randomUUID() + "/read")
                .then()
                .statusCode(403);
        alex.as("notifier:read").body("{}").put("/v1/preferences").then().statusCode(403);
    }

    @Test
    void shouldPageByDueTimeWithoutRepeatOrSkipAndFilter() {
        for (int i = 0; i < 5; i++) {
            publish(ContactEvent.TOPIC, alex.workspace(), contact(UUID.randomUUID(), 1, "alex", "P" + i, Told.MONTHLY));
        }
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> alex.get("/v1/reminders").getList("items").size() == 6);

        var seen = new ArrayList<String>();
        var path = "/v1/reminders?limit=4";
        var first = alex.get(path);
        seen.addAll(first.getList("items.id"));
        var second = alex.get(path + "&cursor=" + first.getString("next"));
        seen.addAll(second.getList("items.id"));

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        assertThat(second.getString("next")).isNull();
        assertThat(alex.get("/v1/reminders?contact=" + anna).getList("items.contactName"))
                .containsExactly("Anna Berg");
        assertThat(alex.get("/v1/reminders?kind=drifting").getList("items")).isEmpty();
        assertThat(alex.get("/v1/reminders?dueBefore=" + Instant.now()).getList("items"))
                .isEmpty();
        alex.call()
                .get("/v1/reminders?state=gone")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("state"));
        alex.call()
                .get("/v1/reminders?cursor=zzz")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        alex.call().get("/v1/reminders?limit=201").then().statusCode(400);
    }

    @Test
    void shouldAnswerNotModifiedWhenTheCallerHasTheReminderAsItIs() {
        var id = scheduledKeepInTouch();
        var tag = alex.call()
                .get("/v1/reminders/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        alex.call()
                .header("If-None-Match", tag)
                .get("/v1/reminders/" + id)
                .then()
                .statusCode(304);
        alex.post("/v1/reminders/" + id + "/done", "");
        alex.call()
                .header("If-None-Match", tag)
                .get("/v1/reminders/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldShowTheReplyOwedInTheEditionAndInTheInboxUntilRead() {
        dueReply("Anna Berg");

        var edition = alex.get("/v1/editions/preview");
        assertThat(edition.getList("sections.kind")).containsExactly("replies_owed");
        assertThat(edition.getString("sections[0].items[0].contactName")).isEqualTo("Anna Berg");
        assertThat(edition.getString("member")).isEqualTo("alex");
        var item = alex.get("/v1/inbox").getString("items[0].id");
        var read = alex.post("/v1/inbox/" + item + "/read", "");
        assertThat(alex.post("/v1/inbox/" + item + "/read", "").getString("readAt"))
                .isEqualTo(read.getString("readAt"))
                .isNotNull();
        assertThat(alex.get("/v1/inbox/unread-count").getLong("unread")).isZero();
    }

    private String scheduledKeepInTouch() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> alex.get("/v1/reminders").getList("items").size() == 1);
        return alex.get("/v1/reminders").getString("items[0].id");
    }

    private String dueReply(String name) {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", name, null));
        var asked = touch(anna, EMAIL, INBOUND, Instant.now().minus(Duration.ofDays(2)));
        publish(InteractionEvent.TOPIC, alex.workspace(), asked);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        alex.get("/v1/reminders?state=due").getList("items").size() == 1);
        return alex.get("/v1/reminders").getString("items[0].id");
    }
}
