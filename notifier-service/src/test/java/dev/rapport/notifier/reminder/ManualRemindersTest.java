package dev.rapport.notifier.reminder;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.TestClock;
import dev.rapport.notifier.Told;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class ManualRemindersTest {

    @Inject
    Clock clock;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    @BeforeEach
    void knowAnna() {
        tell(contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        patiently().until(() -> alex.get("/v1/reminders").getList("items").size() == 1);
    }

    @AfterEach
    void backToNow() {
        TestClock.reset(clock);
    }

    @Test
    void shouldTellAtTheVeryInstantWhateverElseIsHeldBack() {
        alex.prefer("{\"dailyCap\": 1, \"quietHours\": {\"from\": \"00:00\", \"to\": \"23:59\"}}");
        var dueAt = now.plus(Duration.ofHours(30));
        var set = alex.call()
                .body(once().put("dueAt", dueAt.toString())
                        .put("note", "Those of day two.")
                        .encode())
                .post("/v1/reminders")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/reminders/"))
                .body("kind", equalTo("manual"), "state", equalTo("scheduled"), "reason", equalTo("Send the photos"))
                .extract()
                .jsonPath();
        assertThat(Instant.parse(set.getString("dueAt"))).isEqualTo(dueAt);

        TestClock.set(clock, dueAt.minusSeconds(30));
        await().during(Duration.ofSeconds(2)).until(() -> manual("state=due").isEmpty());
        TestClock.set(clock, dueAt);

        patiently().until(() -> manual("state=due").equals(List.of("manual:" + set.getString("id"))));
        assertThat(alex.get("/v1/inbox?category=reminder").getList("items.title"))
                .containsExactly("Send the photos");
        assertThat(alex.get("/v1/inbox?category=reminder").getList("items.body"))
                .containsExactly("Those of day two.");
        assertThat(alex.get("/v1/reminders?kind=manual").getBoolean("items[0].late"))
                .isFalse();
    }

    @Test
    void shouldPlanTheNextOccurrenceWhenOneIsDoneOrDismissedAndNoneAfterTheLast() {
        var series = add(daily().put("rrule", "FREQ=DAILY;COUNT=3")).getString("seriesId");
        assertThat(manual("")).containsExactly(occurrence(series, day));

        alex.post("/v1/reminders/" + id("kind=manual") + "/done", "");
        assertThat(manual("")).containsExactly(occurrence(series, day.plusDays(1)));
        alex.post("/v1/reminders/" + id("kind=manual") + "/dismiss", "");
        assertThat(manual("")).containsExactly(occurrence(series, day.plusDays(2)));
        alex.post("/v1/reminders/" + id("kind=manual") + "/done", "");

        assertThat(manual("")).isEmpty();
        assertThat(manual("state=done,dismissed")).hasSize(3);
    }

    @Test
    void shouldTellEachOccurrenceOnItsDayAndLetTheOneBeforePassBy() {
        var series = add(daily()).getString("seriesId");
        for (int i = 0; i < 3; i++) {
            var date = day.plusDays(i);
            TestClock.set(clock, date.atTime(9, 0).toInstant(ZoneOffset.UTC));
            patiently().until(() -> manual("state=due").equals(List.of(occurrence(series, date))));
        }
        assertThat(alex.get("/v1/reminders?kind=manual&state=due").getBoolean("items[0].late"))
                .isFalse();
        assertThat(manual("state=resolved"))
                .containsExactly(occurrence(series, day), occurrence(series, day.plusDays(1)));
        assertThat(told()).hasSize(3);
    }

    @Test
    void shouldTellOneLateWhenTheServiceSleptOverSeveral() {
        var series = add(daily()).getString("seriesId");

        TestClock.set(clock, day.plusDays(5).atTime(12, 0).toInstant(ZoneOffset.UTC));

        patiently().until(() -> manual("state=due").equals(List.of(occurrence(series, day.plusDays(5)))));
        assertThat(alex.get("/v1/reminders?kind=manual").getBoolean("items[0].late"))
                .isTrue();
        assertThat(told()).hasSize(1);
        alex.post("/v1/reminders/" + id("kind=manual") + "/done", "");
        assertThat(manual("")).containsExactly(occurrence(series, day.plusDays(6)));
    }

    @Test
    void shouldLeaveAnOccurrenceAloneThatTheMemberSnoozedPastTheNext() {
        var series = add(daily()).getString("seriesId");
        TestClock.set(clock, day.atTime(9, 0).toInstant(ZoneOffset.UTC));
        patiently().until(() -> manual("state=due").size() == 1);
        var until = day.plusDays(2).atTime(15, 0).toInstant(ZoneOffset.UTC);
        alex.post("/v1/reminders/" + id("kind=manual") + "/snooze", "{\"until\": \"" + until + "\"}");

        TestClock.set(clock, day.plusDays(2).atTime(12, 0).toInstant(ZoneOffset.UTC));
        await().during(Duration.ofSeconds(3))
                .until(() -> manual("state=snoozed").equals(List.of(occurrence(series, day))));
        TestClock.set(clock, until);

        // It stands for those that came meanwhile.
        patiently().until(() -> manual("state=due").equals(List.of(occurrence(series, day.plusDays(2)))));
        assertThat(told()).hasSize(2);
        alex.post("/v1/reminders/" + id("kind=manual") + "/done", "");
        assertThat(manual("")).containsExactly(occurrence(series, day.plusDays(3)));
    }

    @Test
    void shouldKeepTheLocalTimeOfTheMemberInAnotherZoneAndTheInstantThatWasChosen() {
        alex.prefer("{\"timeZone\": \"Europe/Berlin\"}");
        add(daily());
        add(once().put("localDateTime", day.atTime(9, 0) + ":00"));
        add(once().put("dueAt", now.plus(Duration.ofDays(3)).toString()));

        alex.prefer("{\"timeZone\": \"America/New_York\"}");

        var nine = day.atTime(9, 0).atZone(ZoneId.of("America/New_York")).toInstant();
        var dueAt = alex.get("/v1/reminders?kind=manual").getList("items.dueAt", String.class).stream()
                .map(Instant::parse)
                .toList();
        assertThat(dueAt).containsExactly(nine, nine, now.plus(Duration.ofDays(3)));
        var wakesAt = alex.get("/v1/reminders?kind=manual").getList("items.wakesAt", String.class).stream()
                .map(Instant::parse)
                .toList();
        assertThat(wakesAt).isEqualTo(dueAt);
    }

    @Test
    void shouldChangeWhatIsStillToComeAndNothingThatChangedMeanwhile() {
        var set = add(daily());
        var path = "/v1/reminders/" + set.getString("id");
        var tag = tag(path);

        alex.call().body("{\"text\": \"Call\"}").patch(path).then().statusCode(428);
        alex.call()
                .header("If-Match", "\"x\"")
                .body("{\"text\": \"Call\"}")
                .patch(path)
                .then()
                .statusCode(412);
        alex.call()
                .header("If-Match", tag)
                .body("{\"text\": \"Call Anna\", \"note\": \"At home\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Call Anna"), "seriesId", equalTo(set.getString("seriesId")));
        alex.call().header("If-Match", tag).body("{}").patch(path).then().statusCode(412);
        var weekly = alex.call()
                .header("If-Match", tag(path))
                .body("{\"rrule\": \"FREQ=WEEKLY\", \"localDateTime\": \""
                        + day.plusDays(2).atTime(8, 0) + ":00\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("localDateTime", equalTo(day.plusDays(2).atTime(8, 0) + ":00"), "note", equalTo("At home"))
                .extract()
                .jsonPath();
        alex.post(path + "/done", "");
        assertThat(manual("")).containsExactly(occurrence(weekly.getString("seriesId"), day.plusDays(9)));
        assertThat(alex.get("/v1/reminders?kind=manual").getString("items[0].reason"))
                .isEqualTo("Call Anna");
        alex.call()
                .header("If-Match", tag(path))
                .body("{\"text\": \"x\"}")
                .patch(path)
                .then()
                .statusCode(409);

        var next = "/v1/reminders/" + id("kind=manual");
        alex.call()
                .header("If-Match", tag(next))
                .body("{\"rrule\": null}")
                .patch(next)
                .then()
                .statusCode(200);
        alex.post(next + "/done", "");
        assertThat(manual("")).isEmpty();
    }

    @Test
    void shouldCancelASeriesAndKeepWhatTheMemberWasToldOf() {
        var set = add(daily());
        var path = "/v1/reminders/" + set.getString("id");
        alex.call().delete(path).then().statusCode(428);
        alex.call().header("If-Match", tag(path)).delete(path).then().statusCode(204);
        alex.call().get(path).then().statusCode(404);

        var told = add(daily());
        TestClock.set(clock, day.atTime(9, 0).toInstant(ZoneOffset.UTC));
        patiently().until(() -> manual("state=due").size() == 1);
        var toldPath = "/v1/reminders/" + told.getString("id");
        alex.call().header("If-Match", "*").delete(toldPath).then().statusCode(204);
        assertThat(alex.get(toldPath).getString("state")).isEqualTo("dismissed");
        assertThat(manual("")).isEmpty();
        alex.call()
                .header("If-Match", "*")
                .delete("/v1/reminders/" + id("kind=keep_in_touch"))
                .then()
                .statusCode(409);
    }

    @Test
    void shouldSetTheGoodOnesOfABatchAndTellWhatIsWrongWithTheOthers() {
        var items = new JsonArray()
                .add(daily())
                .add(once())
                .add(once().put("dueAt", now.plusSeconds(3600).toString())
                        .put("contactId", UUID.randomUUID().toString()))
                .add(once().put("dueAt", now.plusSeconds(3600).toString()))
                .add(daily().put("rrule", "FREQ=HOURLY"))
                .add("no object");

        var results = alex.post(
                "/v1/reminders/batch", new JsonObject().put("items", items).encode());

        assertThat(results.getList("results.status")).containsExactly(201, 400, 404, 201, 400, 400);
        assertThat(results.getInt("accepted")).isEqualTo(2);
        assertThat(results.getInt("rejected")).isEqualTo(4);
        assertThat(results.getString("results[4].problem.violations[0].field")).isEqualTo("rrule");
        assertThat(alex.get("/v1/reminders?kind=manual").getList("items.id"))
                .containsExactlyInAnyOrder(results.getString("results[0].id"), results.getString("results[3].id"));
    }

    @Test
    void shouldSetAsManyAsAThousandAtOnce() {
        var items = new JsonArray();
        for (int i = 0; i < 1000; i++) {
            items.add(once().put("dueAt", now.plusSeconds(3600 + i).toString()));
        }

        var results = alex.post(
                "/v1/reminders/batch", new JsonObject().put("items", items).encode());

        assertThat(results.getInt("accepted")).isEqualTo(1000);
        alex.call()
                .body(new JsonObject().put("items", items.add(once())).encode())
                .post("/v1/reminders/batch")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        refuse(once(), "dueAt");
        refuse(once().put("dueAt", now.minusSeconds(60).toString()), "dueAt");
        refuse(once().put("dueAt", "+900000-01-01T00:00:00Z"), "dueAt");
        refuse(once().put("localDateTime", "2001-01-01T09:00:00"), "localDateTime");
        refuse(once().put("localDateTime", "+99999-01-01T09:00:00"), "localDateTime");
        refuse(daily().put("rrule", "FREQ=SECONDLY"), "rrule");
        refuse(daily().put("rrule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "rrule");
        refuse(daily().put("rrule", "FREQ=DAILY;UNTIL=20200101"), "rrule");
        refuse(daily().put("text", "Two\nlines"), "text");
        alex.call()
                .body(daily().put("contactId", UUID.randomUUID().toString()).encode())
                .post("/v1/reminders")
                .then()
                .statusCode(404);
        var bob = new Api(alex.workspace(), "bob");
        bob.call().body(daily().encode()).post("/v1/reminders").then().statusCode(404);
        var set = "/v1/reminders/" + add(daily()).getString("id");
        for (var other : List.of(bob, Api.ofNewWorkspace())) {
            other.call().header("If-Match", "*").body("{}").patch(set).then().statusCode(404);
            other.call().header("If-Match", "*").delete(set).then().statusCode(404);
        }
        alex.as("notifier:read")
                .body(daily().encode())
                .post("/v1/reminders")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldRestWhileTheContactIsDeletedAndBeBackWhenItIs() {
        var series = add(daily()).getString("seriesId");
        var once = add(once().put("dueAt", now.plus(Duration.ofDays(9)).toString()));

        tell(new ContactDeleted(anna, 2, now));
        patiently().until(() -> manual("").isEmpty());
        tell(contact(anna, 3, "alex", "Anna Berg", null));

        patiently().until(() -> manual("").equals(List.of(occurrence(series, day), "manual:" + once.getString("id"))));
    }

    @Test
    void shouldGoToTheNewOwnerWithTheContact() {
        var series = add(daily()).getString("seriesId");
        var bob = new Api(alex.workspace(), "bob");
        bob.prefer("{\"timeZone\": \"Asia/Tokyo\"}");

        tell(contact(anna, 2, "bob", "Anna Berg", null));

        patiently()
                .until(() ->
                        bob.get("/v1/reminders?kind=manual").getList("items").size() == 1);
        var handedOver = bob.get("/v1/reminders?kind=manual");
        assertThat(handedOver.getString("items[0].cause")).isEqualTo(occurrence(series, day));
        assertThat(Instant.parse(handedOver.getString("items[0].dueAt")))
                .isEqualTo(day.atTime(9, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant());
    }

    @Test
    void shouldSetOneOnlyWhenTheSameRequestComesTwice() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            var location = alex.call()
                    .header("Idempotency-Key", key)
                    .body(daily().encode())
                    .post("/v1/reminders")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            assertThat(location).endsWith(id("kind=manual"));
        }
        assertThat(manual("")).hasSize(1);
    }

    private void refuse(JsonObject body, String field) {
        alex.call()
                .body(body.encode())
                .post("/v1/reminders")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    private JsonObject once() {
        return new JsonObject().put("contactId", anna.toString()).put("text", "Send the photos");
    }

    private JsonObject daily() {
        return once().put("localDateTime", LocalDateTime.of(day, LocalTime.of(9, 0)) + ":00")
                .put("rrule", "FREQ=DAILY");
    }

    private JsonPath add(JsonObject body) {
        return alex.call()
                .body(body.encode())
                .post("/v1/reminders")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String tag(String path) {
        return alex.call().get(path).then().statusCode(200).extract().header("ETag");
    }

    private static String occurrence(String series, LocalDate date) {
        return "series:" + series + ":" + date;
    }

    private String id(String query) {
        return alex.get("/v1/reminders?" + query).getString("items[0].id");
    }

    private List<String> manual(String query) {
        return alex.get("/v1/reminders?kind=manual&limit=200&" + query).getList("items.cause");
    }

    private List<Object> told() {
        return alex.get("/v1/inbox?category=reminder").getList("items.id");
    }

    private void tell(ContactEvent event) {
        publish(ContactEvent.TOPIC, alex.workspace(), event);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
