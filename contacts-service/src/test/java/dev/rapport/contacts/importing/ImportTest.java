package dev.rapport.contacts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ImportTest {

    private final ImportClient alex = ImportClient.inNewWorkspace();

    @Test
    void shouldBringEverybodyInWhenAllRecordsAreGood() {
        var started = alex.send(ImportClient.NDJSON, people(1, 50).getBytes(), Map.of("fileName", "people.ndjson"));

        started.then()
                .statusCode(202)
                .header("Location", containsString(ImportClient.IMPORTS + "/"))
                .body("fileName", equalTo("people.ndjson"))
                .body("format", equalTo("ndjson"))
                .body("startedBy", equalTo("alex"));
        var ended = alex.ended(started.path("id"));
        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(ended.getLong("bytesRead")).isEqualTo(ended.getLong("size")).isPositive();
        assertThat(counts(ended)).isEqualTo(counts(50, 50, 0, 0, 0, 0));
        assertThat(alex.contacts()).hasSize(50).extracting("displayName").contains("Person 1", "Person 50");
        var history = alex.client()
                .request()
                .get(Client.CONTACTS + "/" + alex.contacts().get(0).get("id"));
        history.then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void shouldChangeNothingWhenTheSameFileComesTwice() {
        alex.run(people(1, 45));
        var before = alex.contacts();

        for (var existing : List.of("fill", "overwrite", "skip", "fill")) {
            var again = alex.run(people(1, 45), Map.of("existing", existing));

            assertThat(counts(again)).isEqualTo(counts(45, 0, 0, 45, 0, 0));
            assertThat(alex.contacts()).isEqualTo(before);
        }
    }

    @Test
    void shouldChangeNothingWhenNamelessUidsComeTwice() {
        var lines = "{\"displayName\":\"No Address\"}\n{\"displayName\":\"No Address\",\"uid\":\"u1\"}\n";
        alex.run(lines);
        var before = alex.contacts();
        assertThat(before).hasSize(2);

        var again = alex.run(lines);

        assertThat(counts(again)).isEqualTo(counts(2, 0, 0, 2, 0, 0));
        assertThat(alex.contacts()).isEqualTo(before);
    }

    @Test
    void shouldMakeOneContactWhenRecordsOfOneFileAreOfOnePerson() {
        var lines = """
                {"uid":"a","displayName":"Jane Doe","emails":["jane@example.org"]}
                {"uid":"a","displayName":"Jane Doe","phones":["+4930123456"]}
                {"displayName":"doe, jane","emails":["JANE@example.org"],"title":"CTO"}
                {"displayName":"John Doe","emails":["jane@example.org"]}
                """;

        var ended = alex.run(lines, Map.of("existing", "overwrite"));

        assertThat(counts(ended)).isEqualTo(counts(4, 2, 2, 0, 0, 0));
        assertThat(alex.contacts()).hasSize(2);
        assertThat(alex.contacts().get(0))
                .containsEntry("displayName", "Jane Doe")
                .containsEntry("title", "CTO")
                .containsEntry("phones", List.of("+4930123456"))
                .containsEntry("version", 1);
    }

    @Test
    void shouldFillOverwriteOrSkipAsAsked() {
        var id = alex.client()
                .add(Map.of("displayName", "Jane Doe", "emails", List.of("jane@example.org"), "title", "Engineer"));
        var line = "{\"displayName\":\"Jane Doe\",\"emails\":[\"jane@example.org\",\"j@example.org\"],"
                + "\"title\":\"CTO\",\"organization\":\"Acme\"}";

        assertThat(counts(alex.run(line, Map.of("existing", "skip")))).isEqualTo(counts(1, 0, 0, 1, 0, 0));
        assertThat(alex.client().get(id).jsonPath().getInt("version")).isEqualTo(1);

        assertThat(counts(alex.run(line, Map.of("existing", "fill")))).isEqualTo(counts(1, 0, 1, 0, 0, 0));
        alex.client()
                .get(id)
                .then()
                .body("title", equalTo("Engineer"))
                .body("organization", equalTo("Acme"))
                .body("emails", contains("jane@example.org", "j@example.org"));

        assertThat(counts(alex.run(line, Map.of("existing", "overwrite")))).isEqualTo(counts(1, 0, 1, 0, 0, 0));
        alex.client().get(id).then().body("title", equalTo("CTO")).body("version", equalTo(3));
        assertThat(alex.contacts()).hasSize(1);
    }

    @Test
    void shouldReportADeletedContactUnlessItIsOverwritten() {
        var line = "{\"uid\":\"a\",\"displayName\":\"Jane Doe\"}";
        alex.run(line);
        var id = alex.contacts().get(0).get("id").toString();
        alex.client().delete(id, "*").then().statusCode(204);

        var reported = alex.run(line);

        assertThat(counts(reported)).isEqualTo(counts(1, 0, 0, 0, 1, 0));
        assertThat(alex.problems(reported.getString("id")).get(0).get("message").toString())
                .contains("was deleted");
        assertThat(alex.contacts()).isEmpty();
        assertThat(counts(alex.run(line, Map.of("existing", "overwrite")))).isEqualTo(counts(1, 0, 1, 0, 0, 0));
        alex.client().get(id).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void shouldListTheBadAndTakeTheGoodWhenAFileIsMixed() {
        var ended = alex.run("""
                {"displayName":"Good","emails":["good@example.org"]}
                {"displayName":"Half","emails":["half@example.org","nonsense"],"title":7}
                {"emails":["nonsense"]}
                not json
                {"displayName":"Also good"}
                """);

        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(ended.getInt("counts.records")).isEqualTo(5);
        assertThat(ended.getInt("counts.created")).isEqualTo(3);
        assertThat(ended.getInt("counts.rejected")).isEqualTo(2);
        assertThat(alex.contacts()).extracting("displayName").containsExactly("Good", "Half", "Also good");
        assertThat(alex.contacts().get(1)).containsEntry("emails", List.of("half@example.org"));
        var problems = alex.problems(ended.getString("id"));
        assertThat(problems).extracting("line").contains(2, 3, 4);
        assertThat(problems)
                .allSatisfy(it -> assertThat(it.get("message").toString()).isNotBlank());
        assertThat(problems.stream().filter(it -> it.get("line").equals(2)))
                .extracting("field", "rejected")
                .contains(tuple("emails", false), tuple("title", false));
        assertThat(problems.stream().filter(it -> it.get("line").equals(4)))
                .extracting("rejected")
                .containsExactly(true);
    }

    @Test
    void shouldKeepTheFirstProblemsAndCountAllWhenThereAreTooMany() {
        var bad = IntStream.range(0, 500).mapToObj(i -> "bad " + i + "\n").collect(Collectors.joining());

        var ended = alex.run(bad);

        assertThat(counts(ended)).isEqualTo(counts(500, 0, 0, 0, 500, 0));
        assertThat(alex.problems(ended.getString("id")))
                .extracting("nr")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void shouldSayTheSameAndWriteNothingWhenItIsADryRun() {
        alex.client().add(Map.of("displayName", "Person 7", "emails", List.of("p7@example.org"), "title", "Known"));
        var lines = people(1, 60) + people(30, 80) + "bad\n{\"displayName\":\"X\",\"customFields\":{\"tier\":\"gold\"},"
                + "\"customFieldTypes\":{\"tier\":\"text\"},\"circleNames\":[\"New\"],\"introducedBy\":\"u3\"}\n";

        var dry = alex.run(lines, Map.of("dryRun", true));

        assertThat(dry.getBoolean("dryRun")).isTrue();
        assertThat(alex.contacts()).hasSize(1);
        var real = alex.run(lines);
        assertThat(counts(real)).isEqualTo(counts(dry)).isEqualTo(counts(113, 80, 1, 31, 1, 0));
        assertThat(alex.problems(real.getString("id"))).isEqualTo(alex.problems(dry.getString("id")));
        assertThat(alex.contacts()).hasSize(81);
    }

    @Test
    void shouldKnowIntroducersWhereverTheyStandInTheFile() {
        var filler = people(1, 45);
        var lines = """
                {"uid":"b","displayName":"Early","introducedBy":"late"}
                {"uid":"c","displayName":"Lost","introducedBy":"nobody"}
                """ + filler + """
                {"uid":"late","displayName":"Late","introducedBy":"b"}
                """;

        var ended = alex.run(lines);

        var byName = alex.contacts().stream().collect(Collectors.toMap(it -> it.get("displayName"), it -> it));
        assertThat(byName.get("Early"))
                .containsEntry("introducedBy", byName.get("Late").get("id"));
        assertThat(byName.get("Late"))
                .containsEntry("introducedBy", byName.get("Early").get("id"));
        assertThat(counts(ended)).isEqualTo(counts(48, 48, 0, 0, 0, 1));
        assertThat(alex.problems(ended.getString("id")))
                .extracting("line", "field")
                .containsExactly(tuple(2, "introducedBy"));
        var before = alex.contacts();
        assertThat(counts(alex.run(lines))).isEqualTo(counts(48, 0, 0, 48, 0, 0));
        assertThat(alex.contacts()).isEqualTo(before);
    }

    @Test
    void shouldPutEverybodyInCirclesWhenNamedInTheFileOrTheRequest() {
        alex.run("{\"displayName\":\"First\",\"circleNames\":[\"Clients\"]}");
        var circle = ((List<?>) alex.contacts().get(0).get("circles")).get(0).toString();

        alex.run(
                "{\"displayName\":\"Second\",\"circleNames\":[\"clients\"]}\n{\"displayName\":\"Third\"}",
                Map.of("circle", circle));

        assertThat(alex.contacts())
                .extracting("circles")
                .allMatch(List.of(circle)::equals)
                .hasSize(3);
        alex.send(ImportClient.NDJSON, "x".getBytes(), Map.of("circle", UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("circle"));
    }

    @Test
    void shouldReadTheCharsetThatIsSaid() {
        var line = "{\"displayName\":\"Łukasz Żółć\"}".getBytes(Charset.forName("windows-1250"));

        var id = alex.send("application/x-ndjson;charset=windows-1250", line, Map.of())
                .path("id")
                .toString();

        alex.ended(id);
        assertThat(alex.contacts()).extracting("displayName").containsExactly("Łukasz Żółć");
    }

    @Test
    void shouldRefuseWhatIsNotValidBeforeAnythingIsStored() {
        var file = "{}".getBytes();
        for (var bad : List.of("existing", "format", "defaultRegion", "charset", "delimiter", "mapping", "circle")) {
            alex.send(ImportClient.NDJSON, file, Map.of(bad, "??"))
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains(bad));
        }
        alex.send(ImportClient.NDJSON, new byte[0], Map.of()).then().statusCode(400);
        alex.send("application/octet-stream", file, Map.of()).then().statusCode(400);
        alex.send("application/json", file, Map.of()).then().statusCode(415);
        assertThat(alex.client().request().get(ImportClient.IMPORTS).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void shouldAnswerAsForAnUnknownIdWhenTheImportIsAnotherWorkspaces() {
        var theirs = ImportClient.inNewWorkspace().run(people(1, 1)).getString("id");

        for (var id : List.of(theirs, UUID.randomUUID().toString())) {
            for (var path : List.of("", "/problems", "/events")) {
                alex.client()
                        .request()
                        .get(ImportClient.IMPORTS + "/" + id + path)
                        .then()
                        .statusCode(404)
                        .contentType("application/problem+json")
                        .body("detail", startsWith("There is no import with this id"));
            }
            alex.client()
                    .request()
                    .post(ImportClient.IMPORTS + "/" + id + "/cancel")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void shouldStartOnceWhenARequestIsRepeatedWithItsKey() {
        var key = UUID.randomUUID().toString();
        var first = withKey(key, people(1, 3));

        var second = withKey(key, people(1, 3));

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        withKey(key, people(1, 4)).then().statusCode(422);
        var imports = alex.client().request().get(ImportClient.IMPORTS).jsonPath();
        assertThat(imports.getList("items.id")).containsExactly(first.<String>path("id"));
    }

    @Test
    void shouldListNewestFirstPageByPage() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> alex.start(people(i, i), Map.of()))
                .toList();

        var first = alex.client()
                .request()
                .queryParam("limit", 2)
                .get(ImportClient.IMPORTS)
                .jsonPath();
        var second = alex.client()
                .request()
                .queryParam("cursor", first.getString("next"))
                .get(ImportClient.IMPORTS);

        assertThat(first.getList("items.id")).isEqualTo(List.of(ids.get(2), ids.get(1)));
        second.then().statusCode(200).body("items.id", contains(ids.get(0))).body("items[0].counts", notNullValue());
    }

    private Response withKey(String key, String lines) {
        return alex.client()
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/jsonl")
                .body(lines.getBytes())
                .post(ImportClient.IMPORTS);
    }

    static String people(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "{\"uid\":\"u" + i + "\",\"displayName\":\"Person " + i + "\",\"emails\":[\"p" + i
                        + "@example.org\"],\"interests\":[\"sailing\"]}\n")
                .collect(Collectors.joining());
    }

    static Map<String, Object> counts(JsonPath ended) {
        return ended.getMap("counts");
    }

    static Map<String, Object> counts(int records, int created, int changed, int unchanged, int rejected, int faults) {
        return Map.of(
                "records",
                records,
                "created",
                created,
                "changed",
                changed,
                "unchanged",
                unchanged,
                "rejected",
                rejected,
                "faults",
                faults);
    }
}
