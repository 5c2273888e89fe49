package dev.rapport.notifier.reminder;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Direction;
import dev.rapport.events.InboundEvent;
import dev.rapport.events.InboundEvent.InteractionReported;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationActedOn;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.Heard;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NotifierTest
class ActionsTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();

    @Test
    void shouldReportTheInteractionOnceWithAReminderThatIsDone() {
        // Given
        var id = dueReply(anna, "Anna Berg");
        var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        var body = "{\"interaction\": {\"kind\": \"call\", \"subject\": \"Thanks\", \"occurredAt\": \"" + at + "\"}}";

        // When
        var done = alex.post("/v1/reminders/" + id + "/done", body);
        var again = alex.post("/v1/reminders/" + id + "/done", body);

        // Then engagement-service is told once, by an id that it records but once
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(again.getMap("")).isEqualTo(done.getMap(""));
        try (var heard = new Heard<>(InboundEvent.TOPIC, alex.workspace())) {
            patiently().until(() -> !heard.events().isEmpty());
            await().during(Duration.ofSeconds(1)).until(() -> heard.events().size() == 1);
            assertThat(heard.events()).singleElement().isInstanceOfSatisfying(InteractionReported.class, report -> {
                assertThat(report.contactId()).isEqualTo(anna);
                assertThat(report.kind().json()).isEqualTo("call");
                assertThat(report.direction()).isEqualTo(Direction.OUTBOUND);
                assertThat(report.occurredAt()).isEqualTo(at);
                assertThat(report.subject()).isEqualTo("Thanks");
                assertThat(report.source()).isEqualTo("rapport.notifier");
                assertThat(report.externalId()).isEqualTo(id);
            });
        }
    }

    @Test
    void shouldRefuseAnInteractionThatCannotBeAndLeaveTheReminderAsItIs() {
        var id = dueReply(anna, "Anna Berg");
        var tomorrow = Instant.now().plus(Duration.ofDays(1));

        refuse(id + "/done", "{\"interaction\": {\"subject\": \"Hi\"}}", "interaction.kind");
        refuse(
                id + "/done",
                "{\"interaction\": {\"kind\": \"call\", \"occurredAt\": \"" + tomorrow + "\"}}",
                "interaction.occurredAt");

        assertThat(alex.get("/v1/reminders/" + id).getString("state")).isEqualTo("due");
    }

    @Test
    void shouldSnoozeOnTheMembersCalendar() {
        alex.prefer("{\"timeZone\": \"Pacific/Auckland\", \"editionTime\": \"06:45\"}");
        var id = dueReply(anna, "Anna Berg");
        var today = LocalDate.now(AUCKLAND);

        assertThat(snoozed(id, "{\"for\": \"tomorrow_morning\"}")).isIn(morning(today, 1), morning(today, 2));
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        assertThat(snoozed(id, "{\"for\": \"next_week\"}")).isIn(morning(monday, 0), morning(monday, 7));
        var before = Instant.now();
        assertThat(snoozed(id, "{\"for\": \"PT3H\"}"))
                .isBetween(before.plusSeconds(3 * 3600), Instant.now().plusSeconds(3 * 3600));
        var until = Instant.parse(Instant.now().plusSeconds(600).toString().substring(0, 19) + "Z");
        assertThat(snoozed(id, "{\"until\": \"" + until + "\"}")).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"for\": \"soon\"}",
                "{\"for\": \"P2Y\"}",
                "{\"for\": \"-P1D\"}",
                "{\"until\": \"2020-01-01T00:00:00Z\"}",
                "{\"until\": \"2099-01-01T00:00:00Z\"}",
                "{\"until\": \"2099-01-01T00:00:00Z\", \"for\": \"PT1H\"}"
            })
    void shouldRefuseASnoozeWithoutASensibleEnd(String body) {
        alex.call()
                .body(body)
                .post("/v1/reminders/" + UUID.randomUUID() + "/snooze")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldWaitForAnotherCadenceWhenKeepInTouchIsSkipped() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        patiently().until(() -> alex.get("/v1/reminders").getList("items").size() == 1);
        var id = alex.get("/v1/reminders").getString("items[0].id");

        var skipped = alex.post("/v1/reminders/" + id + "/skip", "");

        assertThat(skipped.getString("state")).isEqualTo("dismissed");
        assertThat(alex.get("/v1/reminders").getList("items.cause")).containsExactly("closed:" + id);
        try (var heard = new Heard<>(NotificationEvent.TOPIC, alex.workspace())) {
            patiently().until(() -> !heard.events().isEmpty());
            assertThat(heard.events())
                    .singleElement()
                    .isInstanceOfSatisfying(NotificationActedOn.class, acted -> assertThat(acted.action())
                            .isEqualTo("skipped"));
        }
    }

    @Test
    void shouldActOnAllThatCanBeActedOnAndListTheOthers() {
        // Given two that are due, one that is done, and one of nobody
        var bo = UUID.randomUUID();
        var cy = UUID.randomUUID();
        var first = dueReply(anna, "Anna Berg");
        var second = dueReply(bo, "Bo Holm");
        var third = dueReply(cy, "Cy Dahl");
        alex.post("/v1/reminders/" + third + "/done", "");
        var unknown = UUID.randomUUID().toString();

        // When
        var ids = List.of(first, unknown, third, second);
        var body = "{\"action\": \"dismiss\", \"ids\": [\"" + String.join("\", \"", ids) + "\"]}";
        var result = alex.call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/reminders/actions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(result.getInt("accepted")).isEqualTo(2);
        assertThat(result.getInt("rejected")).isEqualTo(2);
        assertThat(result.getList("results.id")).isEqualTo(ids);
        assertThat(result.getList("results.status")).containsExactly(200, 404, 409, 200);
        assertThat(result.getList("results.state")).containsExactly("dismissed", null, null, "dismissed");
        assertThat(result.getString("results[2].problem.detail")).contains("is done");
        assertThat(alex.get("/v1/reminders?state=dismissed").getList("items.id"))
                .containsExactlyInAnyOrder(first, second);
        refuse("actions", "{\"action\": \"dismiss\", \"ids\": []}", "ids");
        refuse("actions", "{\"action\": \"snooze\", \"ids\": [\"" + first + "\"]}", "until");
        refuse(
                "actions",
                "{\"action\": \"skip\", \"ids\": [\"" + first + "\"], \"interaction\": {\"kind\": \"call\"}}",
                "interaction");
    }

    @Test
    void shouldNotTouchAnothersReminders() {
        var id = dueReply(anna, "Anna Berg");
        var bob = new Api(alex.workspace(), "bob");

        var result = bob.post("/v1/reminders/actions", "{\"action\": \"done\", \"ids\": [\"" + id + "\"]}");

        assertThat(result.getList("results.status")).containsExactly(404);
        bob.call().post("/v1/reminders/" + id + "/skip").then().statusCode(404);
        assertThat(bob.get("/v1/reminders/counts").getLong("open")).isZero();
        assertThat(alex.get("/v1/reminders/" + id).getString("state")).isEqualTo("due");
        alex.as("notifier:read")
                .body("{\"action\": \"done\", \"ids\": [\"" + id + "\"]}")
                .post("/v1/reminders/actions")
                .then()
                .statusCode(403);
        alex.as("notifier:write").get("/v1/reminders/counts").then().statusCode(403);
    }

    @Test
    void shouldCountByStateAndKindAndDay() {
        // Given a reply owed since yesterday, one that is done, and one to keep in touch in a month
        dueReply(anna, "Anna Berg");
        var done = dueReply(UUID.randomUUID(), "Bo Holm");
        alex.post("/v1/reminders/" + done + "/done", "");
        publish(ContactEvent.TOPIC, alex.workspace(), contact(UUID.randomUUID(), 1, "alex", "Cy", Told.MONTHLY));
        patiently().until(() -> alex.get("/v1/reminders").getList("items").size() == 2);

        var counts = alex.get("/v1/reminders/counts");

        assertThat(counts.getMap("states", String.class, Integer.class))
                .containsEntry("due", 1)
                .containsEntry("scheduled", 1)
                .containsEntry("done", 1)
                .containsEntry("resolved", 0);
        assertThat(counts.getMap("kinds", String.class, Integer.class))
                .containsEntry("reply_owed", 1)
                .containsEntry("keep_in_touch", 1)
                .containsEntry("birthday", 0);
        assertThat(counts.getInt("open")).isEqualTo(2);
        assertThat(counts.getInt("overdue")).isEqualTo(1);
        assertThat(counts.getInt("dueToday")).isZero();
    }

    /** Both lock reminders and the member; in another order they would wait for each other. */
    @Test
    void shouldGoAlongWithChangesOfPreferences() {
        // Given
        for (int i = 0; i < 20; i++) {
            publish(ContactEvent.TOPIC, alex.workspace(), contact(UUID.randomUUID(), 1, "alex", "P" + i, Told.MONTHLY));
        }
        patiently().until(() -> open().size() == 20);

        // When all are skipped again and again while the member changes the time of day
        var skips = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 8; round++) {
                var ids = String.join("\", \"", open());
                alex.post("/v1/reminders/actions", "{\"action\": \"skip\", \"ids\": [\"" + ids + "\"]}");
            }
        });
        var changes = CompletableFuture.runAsync(() -> {
            for (int hour = 0; hour < 16; hour++) {
                alex.prefer("{\"editionTime\": \"%02d:00\"}".formatted(hour));
            }
        });

        // Then neither fails
        assertThat(CompletableFuture.allOf(skips, changes)).succeedsWithin(Duration.ofSeconds(60));
        assertThat(open()).hasSize(20);
    }

    private List<String> open() {
        return alex.get("/v1/reminders?limit=200").getList("items.id");
    }

    private String dueReply(UUID contactId, String name) {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(contactId, 1, "alex", name, null));
        var asked = touch(contactId, EMAIL, INBOUND, Instant.now().minus(Duration.ofDays(3)));
        publish(InteractionEvent.TOPIC, alex.workspace(), asked);
        var path = "/v1/reminders?state=due&kind=reply_owed&contact=" + contactId;
        patiently().until(() -> alex.get(path).getList("items").size() == 1);
        return alex.get(path).getString("items[0].id");
    }

    private Instant snoozed(String id, String body) {
        var answer = alex.post("/v1/reminders/" + id + "/snooze", body);
        assertThat(answer.getString("state")).isEqualTo("snoozed");
        return Instant.parse(answer.getString("wakesAt"));
    }

    private void refuse(String path, String body, String field) {
        alex.call()
                .body(body)
                .post("/v1/reminders/" + path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    private static Instant morning(LocalDate date, int days) {
        return date.plusDays(days).atTime(LocalTime.of(6, 45)).atZone(AUCKLAND).toInstant();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
