package dev.rapport.engagement.importing;

import static dev.rapport.engagement.importing.Importer.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.stack.StackTestResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EngagementTest
class EngagementImportTest {

    private final Importer alex = Importer.inNewWorkspace();

    @Test
    void shouldRecordLinesOfJsonAndListThoseThatAreNone() {
        var jane = alex.workspace().contact("alex", "jane@example.net");

        var done =
                alex.run(Importer.NDJSON, """
                {"address":"jane@example.net","kind":"call","direction":"OUTBOUND","occurredAt":"2026-03-01T09:30:00Z"}
                {"address":"jane@example.net","kind":"shout","direction":"OUTBOUND"}
                nonsense
                {"contactId":"%s","kind":"email","direction":"INBOUND","occurredAt":"2026-03-02T09:30:00Z","externalId":"7"}
                {"address":"jane@example.net","kind":"call","direction":"OUTBOUND","occurredAt":"2196-03-01T09:30:00Z"}
                """.formatted(jane), Map.of("source", "acme-crm", "fileName", "crm.jsonl"));

        assertThat(done.getInt("counts.records")).isEqualTo(5);
        assertThat(done.getInt("counts.created")).isEqualTo(2);
        assertThat(done.getInt("counts.ignored") + done.getInt("counts.rejected"))
                .isEqualTo(3);
        assertThat(done.getString("fileName")).isEqualTo("crm.jsonl");
        assertThat(alex.all("problems", done.getString("id")))
                .extracting("line", "rejected")
                .contains(tuple(2, true), tuple(3, true));
        assertThat(alex.interactions(jane))
                .extracting("kind", "source")
                .containsExactly(tuple("email", "acme-crm"), tuple("call", "acme-crm"));
    }

    @Test
    void shouldReadTheColumnsOfATableAsTheyAreMapped() {
        var jane = alex.workspace().contact("alex", "jane@example.net");
        var csv = "Datum;Uhrzeit;Kunde;Thema\n2026-03-01;09:30;jane@example.net;Angebot\n;;nobody;\n";
        var mapping = "{\"Datum\":\"occurredAt\",\"Uhrzeit\":\"time\",\"Kunde\":\"email\",\"Thema\":\"subject\"}";

        var done = alex.run(
                "text/csv",
                csv,
                Map.of("mapping", mapping, "kind", "call", "direction", "OUTBOUND", "timeZone", "Europe/Berlin"));

        assertThat(counts(done)).containsExactly(1, 0, 0, 0, 1);
        assertThat(alex.interactions(jane))
                .extracting("kind", "subject", "occurredAt", "source")
                .containsExactly(tuple("call", "Angebot", "2026-03-01T08:30:00Z", "csv"));
    }

    @Test
    void shouldRecordMeetingsOnceForEachContactWhoTookPart() {
        var jane = alex.workspace().contact("alex", "jane@example.net");
        var kim = alex.workspace().contact("alex", "kim@example.net");

        var done = alex.run(
                Importer.ICS,
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Example//EN
                BEGIN:VEVENT
                UID:1@example.org
                DTSTAMP:20260228T120000Z
                DTSTART:20260301T093000
                DTEND:20260301T100000
                SUMMARY:Planning
                ORGANIZER:mailto:alex@example.org
                ATTENDEE:mailto:jane@example.net
                ATTENDEE:mailto:kim@example.net
                ATTENDEE:mailto:stranger@example.net
                END:VEVENT
                BEGIN:VEVENT
                UID:2@example.org
                DTSTAMP:20260228T120000Z
                DTSTART:20260302T093000Z
                STATUS:CANCELLED
                SUMMARY:Never
                ORGANIZER:mailto:alex@example.org
                ATTENDEE:mailto:jane@example.net
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"),
                Map.of("own", "alex@example.org", "timeZone", "America/New_York"));

        assertThat(counts(done)).containsExactly(1, 0, 0, 1, 0);
        assertThat(done.getInt("counts.matched")).isEqualTo(2);
        assertThat(done.getInt("counts.unmatched")).isEqualTo(1);
        assertThat(done.getMap("counts.ignoredByReason")).isEqualTo(Map.of("cancelled", 1));
        for (var contact : List.of(jane, kim)) {
            assertThat(alex.interactions(contact))
                    .extracting("kind", "direction", "subject", "occurredAt", "source")
                    .containsExactly(tuple("meeting", "MUTUAL", "Planning", "2026-03-01T14:30:00Z", "calendar"));
        }
    }

    @Test
    void shouldRecordMessagesOfLinkedIn() {
        var done = alex.run("text/csv", """
                CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
                c1,,Alex Doe,https://www.linkedin.com/in/alexdoe,Jane Roe,https://www.linkedin.com/in/janeroe,2026-03-01 09:30:00 UTC,,Hello Jane,INBOX
                c1,,Jane Roe,https://www.linkedin.com/in/janeroe,Alex Doe,https://www.linkedin.com/in/alexdoe,2026-03-01 10:30:00 UTC,,Hello Alex,INBOX
                """, Map.of("format", "linkedin", "own", "Alex Doe"));

        assertThat(done.getString("format")).isEqualTo("linkedin");
        assertThat(done.getString("source")).isEqualTo("linkedin");
        assertThat(counts(done)).containsExactly(2, 0, 0, 0, 0);
    }

    @Test
    void shouldNameTheParameterThatIsNotValid() {
        var line = "{\"address\":\"jane@example.net\",\"kind\":\"call\",\"direction\":\"OUTBOUND\"}";
        Map.of(
                        "format", "docx",
                        "timeZone", "Mars/Olympus",
                        "mapping", "[1]",
                        "kind", "shout",
                        "direction", "UP",
                        "own", "nobody",
                        "source", "s".repeat(101))
                .forEach((name, value) -> {
                    var answer = alex.send(Importer.NDJSON, line, Map.of(name, value));

                    assertThat(answer.statusCode()).as(name).isEqualTo(400);
                    answer.then()
                            .contentType("application/problem+json")
                            .body("violations.field[0]", containsString(name));
                });
        alex.send("text/csv", "a,b\n1,2\n", Map.of("mapping", "{\"a\":\"colour\"}"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("mapping"));
        alex.send(Importer.NDJSON, "", Map.of()).then().statusCode(400);
        alex.send("image/png", line, Map.of()).then().statusCode(415);
    }

    @Test
    void shouldListAndShowImportsToTheirWorkspaceAlone() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> alex.run(Importer.NDJSON, calls(i + 1), Map.of()).getString("id"))
                .toList();
        var other = Workspace.create();

        var first = alex.workspace().as("alex").queryParam("limit", 2).get(Importer.IMPORTS);
        first.then().statusCode(200).body("items.id", contains(ids.get(2), ids.get(1)));
        alex.workspace()
                .as("alex")
                .queryParams(Map.of("limit", 2, "cursor", first.<String>path("next")))
                .get(Importer.IMPORTS)
                .then()
                .body("items.id", contains(ids.get(0)));
        for (var path : List.of("", "/problems", "/ignored", "/events")) {
            other.as("alex")
                    .get(Importer.IMPORTS + "/" + ids.get(0) + path)
                    .then()
                    .statusCode(404);
        }
        other.as("alex")
                .post(Importer.IMPORTS + "/" + ids.get(0) + "/cancel")
                .then()
                .statusCode(404);
        other.as("alex").get(Importer.IMPORTS).then().body("items.size()", equalTo(0));
        alex.workspace()
                .as("alex", "engagement:read")
                .contentType("text/csv")
                .body("a".getBytes(StandardCharsets.UTF_8))
                .post(Importer.IMPORTS)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldRepeatTheAnswerWhenTheRequestIsRepeatedWithItsKey() {
        var answers = IntStream.range(0, 2)
                .mapToObj(i -> alex.workspace()
                        .as("alex")
                        .header("Idempotency-Key", "once")
                        .contentType("text/csv")
                        .body("occurredAt,kind,direction,email\n2026-03-01T09:30:00Z,call,INBOUND,jane@example.net\n"
                                .getBytes(StandardCharsets.UTF_8))
                        .post(Importer.IMPORTS)
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        alex.workspace().as("alex").get(Importer.IMPORTS).then().body("items.size()", equalTo(1));
    }

    @Test
    void shouldTellEachStepUntilTheEndWhenSomebodyWatches() throws Exception {
        var id = alex.start(Importer.NDJSON, calls(1500), Map.of());

        var events = watch(id, null);

        var ids = events.stream()
                .filter(it -> it.startsWith("id:"))
                .map(it -> Long.valueOf(it.substring(3).strip()))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(events).contains("event:end");
        assertThat(events.stream().filter(it -> it.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"state\":\"done\"", "\"created\":1500", "\"format\":\"ndjson\"");
        assertThat(watch(id, ids.get(ids.size() - 2).toString()).stream()
                        .filter(it -> it.startsWith("id:"))
                        .toList())
                .containsExactly("id:" + ids.get(ids.size() - 1));
    }

    private List<String> watch(String id, String lastEventId) throws IOException, InterruptedException {
        var token = StackTestResource.token(alex.workspace().name(), "alex", "engagement:read");
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + Importer.IMPORTS + "/" + id + "/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body()
                .toList();
    }

    /** Lines that tell of so many calls with one person. */
    static String calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"address\":\"jane@example.net\",\"kind\":\"call\",\"direction\":\"OUTBOUND\","
                        + "\"occurredAt\":\"2026-03-01T09:30:00Z\",\"externalId\":\"c" + i + "\"}\n")
                .collect(Collectors.joining());
    }
}
