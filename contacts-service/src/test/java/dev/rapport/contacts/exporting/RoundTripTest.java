package dev.rapport.contacts.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import dev.rapport.contacts.importing.ImportClient;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class RoundTripTest {

    private static final String EXPORTS = "/v1/contact-exports";
    private static final String JPEG =
            Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3, 0, -1});

    private static final String RICH = """
            {"uid":"jane","displayName":"JD","namePrefix":"Dr.","givenName":"Jane","middleName":"Q","familyName":"Doe",\
            "nameSuffix":"PhD","nickname":"Janey","phoneticGivenName":"Dschein","phoneticFamilyName":"Doh",\
            "emails":["jane@example.org","j@example.com"],"phones":["+4930123456"],"handles":["linkedin:jane-doe"],\
            "labels":{"jane@example.org":"work","+4930123456":"mobile"},"websites":["https://jane.example.org"],\
            "postalAddresses":[{"label":"work","street":"1 Main St, Floor 2","locality":"Berlin","postalCode":"10115",\
            "country":"Germany"},{"label":"home","street":"Side St 3","locality":"Potsdam"}],\
            "organization":"Acme; Sons, Ltd","department":"Purchasing","title":"Head of \\"Things\\"","industry":"Tools",\
            "relationship":"client","interests":["sailing","chess, blitz"],"languages":["de-DE","en"],\
            "timeZone":"Europe/Berlin","birthday":"--04-12",\
            "anniversaries":[{"label":"wedding","date":"2001-05-06"}],\
            "firstMeeting":{"how":"At a fair","where":"Hannover","on":"2019-03-04"},"introducedBy":"joe",\
            "circleNames":["Key clients","Sailors; all, \\"really\\""],\
            "cadence":{"ideal":"P30D","longest":"P45D","counting":["call","meeting"]},\
            "notes":"First line\\nSecond, line; with\\ttab\\n\\nend =1+1",\
            "customFields":{"tier":"gold","score":12.5,"vip":true,"since":"2020-01-02","page":"https://example.org/x"},\
            "customFieldTypes":{"tier":"text","score":"number","vip":"boolean","since":"date","page":"url"},\
            "photo":"data:image/jpeg;base64,%s"}
            {"uid":"joe","displayName":"Joe Bloggs","emails":["joe@example.org"],"birthday":"1970-02-28"}
            {"uid":"org","organization":"Only An Organization"}
            {"uid":"phone","phones":["+493099999"]}
            {"uid":"odd","displayName":"=cmd|' /C calc'!A0","givenName":"Żółć","familyName":"李","notes":"-1 \\u2028 🙂"}
            """.formatted(JPEG);

    private final ImportClient alex = ImportClient.inNewWorkspace();

    @Inject
    DataSource source;

    @ParameterizedTest
    @CsvSource({
        "vcard, text/vcard, vcf",
        "csv, text/csv, csv",
        "jscontact, application/jscontact+json, json",
        "ndjson, application/x-ndjson, ndjson"
    })
    void shouldBeEqualWhenAnExportIsImportedIntoAnEmptyWorkspace(String format, String mediaType, String extension)
            throws SQLException {
        var many = IntStream.range(0, 450)
                .mapToObj(i -> "{\"uid\":\"n" + i + "\",\"displayName\":\"N " + i + "\",\"introducedBy\":\"n"
                        + (i * 7 % 450) + "\"}\n")
                .collect(Collectors.joining());
        var made = alex.run(RICH + many);
        assertThat(made.getInt("counts.created")).isEqualTo(455);

        var export = alex.client().request().queryParam("format", format).get(EXPORTS);

        export.then()
                .statusCode(200)
                .contentType(startsWith(mediaType))
                .header("Content-Disposition", containsString("." + extension + "\""));
        var other = ImportClient.inNewWorkspace();
        var imported = other.ended(
                other.send(mediaType, export.asByteArray(), Map.of()).path("id"));
        assertThat(other.problems(imported.getString("id"))).isEmpty();
        assertThat(imported.getInt("counts.created")).isEqualTo(455);
        assertThat(comparable(other)).containsExactlyEntriesOf(comparable(alex));
        assertThat(count(other, "photo")).isEqualTo(1);

        var again =
                alex.ended(alex.send(mediaType, export.asByteArray(), Map.of()).path("id"));
        assertThat(again.getInt("counts.unchanged")).isEqualTo(455);
    }

    @Test
    void shouldChooseTheFormatByAcceptAndTheContactsByTheFilter() {
        alex.run(RICH);

        alex.client().request().accept("text/csv").get(EXPORTS).then().contentType(startsWith("text/csv"));
        alex.client().request().accept("image/png").get(EXPORTS).then().statusCode(406);
        alex.client().request().get(EXPORTS).then().contentType(startsWith("text/vcard"));
        alex.client().request().queryParam("format", "pdf").get(EXPORTS).then().statusCode(400);
        alex.client()
                .request()
                .queryParam("address", "nonsense")
                .get(EXPORTS)
                .then()
                .statusCode(400);
        var filtered = alex.client()
                .request()
                .queryParams(Map.of("format", "ndjson", "relationship", "client"))
                .get(EXPORTS)
                .asString();
        assertThat(filtered.lines()).hasSize(1).allMatch(it -> it.contains("jane@example.org"));
        assertThat(ImportClient.inNewWorkspace()
                        .client()
                        .request()
                        .queryParam("format", "ndjson")
                        .get(EXPORTS)
                        .asString())
                .isEmpty();
    }

    @Test
    void shouldBreakTheConnectionWhenTheExportFailsOnItsWay() throws Exception {
        alex.run(IntStream.range(0, 450)
                .mapToObj(i -> "{\"uid\":\"n" + i + "\",\"displayName\":\"N " + i + "\"}\n")
                .collect(Collectors.joining()));
        try (var connection = source.getConnection();
                var spoil = connection.prepareStatement(
                        "update contact set details = jsonb_set(details, '{birthday}', '[]')"
                                + " where workspace_id = ? and details ->> 'displayName' = 'N 444'")) {
            spoil.setString(1, alex.client().workspace());
            assertThat(spoil.executeUpdate()).isEqualTo(1);
        }
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + EXPORTS))
                .header("Authorization", "Bearer " + alex.client().token())
                .build();

        var failure =
                catchThrowable(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));

        assertThat(failure).isInstanceOf(IOException.class);
    }

    /** By name; what other workspaces call otherwise, by names too. */
    private Map<String, Map<String, Object>> comparable(ImportClient client) throws SQLException {
        List<Map<String, Object>> contacts = client.contacts();
        var names = new HashMap<String, String>();
        contacts.forEach(
                it -> names.put(it.get("id").toString(), it.get("displayName").toString()));
        names.putAll(circles(client));
        var comparable = new TreeMap<String, Map<String, Object>>();
        for (var contact : contacts) {
            var it = new TreeMap<>(contact);
            it.keySet().removeAll(List.of("id", "createdAt", "updatedAt", "version"));
            it.computeIfPresent("introducedBy", (field, id) -> names.get(id));
            it.computeIfPresent("circles", (field, ids) -> ((List<?>) ids)
                    .stream().map(names::get).sorted().toList());
            comparable.put(contact.get("displayName").toString(), it);
        }
        return comparable;
    }

    private Map<String, String> circles(ImportClient client) throws SQLException {
        var names = new HashMap<String, String>();
        try (var connection = source.getConnection();
                var select = connection.prepareStatement("select id, name from circle where workspace_id = ?")) {
            select.setString(1, client.client().workspace());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
        }
        return names;
    }

    private long count(ImportClient client, String table) throws SQLException {
        try (var connection = source.getConnection();
                var select = connection.prepareStatement("select count(*) from " + table + " where workspace_id = ?")) {
            select.setString(1, client.client().workspace());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
