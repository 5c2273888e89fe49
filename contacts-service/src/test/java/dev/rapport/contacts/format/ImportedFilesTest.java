package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.importing.ImportClient;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of other programs, generated ones and damaged ones, over the API: what the readers take is what is stored. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ImportedFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20260201;
    private static final int CARDS = 10_000;
    private static final int DAMAGES = 12;

    /** An import under way: in a workspace of its own, so that people of different files stay apart. */
    private record Started(String file, byte[] bytes, ImportClient client, String id) {

        static Started of(String file, ContactFormat format, byte[] bytes) {
            var client = ImportClient.inNewWorkspace();
            var answer = client.send(format.mediaType(), bytes, Map.of());
            assertThat(answer.statusCode()).as(file).isEqualTo(202);
            return new Started(file, bytes, client, answer.path("id"));
        }

        JsonPath ended() {
            var ended = client.ended(id);
            assertThat(ended.getString("state")).as(file).isEqualTo("done");
            return ended;
        }

        List<JsonNode> contacts() {
            return client.contacts().stream()
                    .<JsonNode>map(it -> JSON.valueToTree(it))
                    .toList();
        }
    }

    @Test
    void shouldStoreWhatIsReadWhenVCardFilesOfOtherProgramsAreImported() throws IOException {
        checkAll("vcards", ContactFormat.VCARD, Expectation.VCARDS);
    }

    @Test
    void shouldStoreWhatIsReadWhenTablesOfOtherProgramsAreImported() throws IOException {
        checkAll("csv", ContactFormat.CSV, Expectation.TABLES);
    }

    @Test
    void shouldStoreEachFieldOfEachCardWhenVersionsAndMannersAreMixed() throws IOException {
        // Given
        var generator = new GeneratedCards(SEED);
        var cards = new ArrayList<GeneratedCards.Card>();
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < CARDS; i++) {
            cards.add(generator.next(i));
            file.write(cards.get(i).bytes());
        }

        // When
        var started = Started.of("generated", ContactFormat.VCARD, file.toByteArray());
        var ended = started.ended();

        // Then
        assertThat(ended.getInt("counts.created")).isEqualTo(CARDS);
        assertThat(ended.getInt("counts.faults")).isZero();
        var circles = circles(started.client());
        var contacts = started.contacts();
        var photo = DigestUtils.sha256Hex(FullContact.PNG);
        for (int i = 0; i < CARDS; i++) {
            var card = cards.get(i);
            var contact = contacts.get(i);
            assertThat(missing(card.contact(), contact, Set.of()))
                    .as("%s%n%s", new String(card.bytes(), StandardCharsets.UTF_8), contact)
                    .isEmpty();
            assertThat(contact.path("circles").valueStream().map(it -> circles.get(it.asText())))
                    .containsExactlyInAnyOrderElementsOf(card.circles());
            assertThat(contact.at("/photo/sha256").asText()).isEqualTo(card.hasPhoto() ? photo : "");
        }
    }

    @ParameterizedTest
    @EnumSource(ContactFormat.class)
    void shouldStoreTheOtherRecordsWhenAFileIsDamaged(ContactFormat format) throws IOException {
        // Given
        var sample = SampleFile.of(format);
        var random = new Random(SEED);
        var imports = new ArrayList<Started>();
        var names = new ArrayList<List<String>>();
        for (int i = 0; i < DAMAGES; i++) {
            boolean isCut = i % 3 == 0;
            int victim = random.nextInt(SampleFile.CONTACTS);
            var bytes = isCut ? cut(sample, victim, random) : changed(sample, victim, random);
            var file = format + " " + new String(bytes, StandardCharsets.ISO_8859_1);
            imports.add(Started.of(file, format, bytes));
            names.add(isCut ? SampleFile.namesBut(victim).subList(0, victim) : SampleFile.namesBut(victim));
        }

        // When
        imports.forEach(Started::ended);

        // Then
        for (int i = 0; i < DAMAGES; i++) {
            assertThat(imports.get(i).contacts().stream()
                            .map(it -> it.path("displayName").asText()))
                    .as(imports.get(i).file())
                    .containsAll(names.get(i));
        }
    }

    private static void checkAll(String kind, ContactFormat format, String expected) throws IOException {
        var imports = new ArrayList<Started>();
        for (var file : Corpora.files(kind)) {
            imports.add(Started.of(file, format, Corpora.bytes(kind, file)));
        }
        var expectations = Expectation.of(expected).stream().collect(Collectors.groupingBy(Expectation::file));
        var softly = new SoftAssertions();
        for (var started : imports) {
            check(started, format, expectations.getOrDefault(started.file(), List.of()), softly);
        }
        softly.assertAll();
    }

    private static void check(
            Started started, ContactFormat format, List<Expectation> expectations, SoftAssertions softly)
            throws IOException {
        var records = Reading.all(format, started.bytes());
        var ended = started.ended();
        var contacts = started.contacts();
        var dropped = started.client().problems(started.id()).stream()
                .collect(Collectors.groupingBy(
                        it -> ((Number) it.get("line")).longValue(),
                        Collectors.mapping(it -> ((String) it.get("field")).split("[.\\[]")[0], Collectors.toSet())));
        var usable = records.stream().filter(ImportedRecord::isUsable).toList();
        softly.assertThat(ended.getInt("counts.records")).as(started.file()).isEqualTo(records.size());
        softly.assertThat(ended.getInt("counts.rejected")).as(started.file()).isEqualTo(records.size() - usable.size());
        for (var record : usable) {
            var faults = dropped.getOrDefault(record.line(), Set.of());
            softly.assertThat(contacts)
                    .as("%s, line %d: %s", started.file(), record.line(), record.contact())
                    .anyMatch(it -> missing(record.contact(), it, faults).isEmpty());
        }
        for (var expectation : expectations) {
            softly.assertThat(contacts.stream().map(expectation::in))
                    .as("%s", expectation)
                    .contains(expectation.value());
        }
    }

    /** The fields of a record that are not in a contact: single ones as they are, lists and maps among others. */
    private static Set<String> missing(ObjectNode read, JsonNode stored, Set<String> dropped) {
        var missing = new HashSet<String>();
        read.properties().forEach(field -> {
            if (!dropped.contains(field.getKey()) && !holds(stored.path(field.getKey()), field.getValue())) {
                missing.add(field.getKey());
            }
        });
        return missing;
    }

    private static boolean holds(JsonNode stored, JsonNode read) {
        if (read.isArray()) {
            return read.valueStream().allMatch(it -> stored.valueStream().anyMatch(it::equals));
        }
        return read.isObject()
                ? read.properties().stream().allMatch(it -> it.getValue().equals(stored.path(it.getKey())))
                : read.equals(stored);
    }

    private static Map<String, String> circles(ImportClient client) {
        var circles = client.client()
                .request()
                .queryParam("limit", 200)
                .get("/v1/circles")
                .then()
                .statusCode(200);
        return circles.extract().jsonPath().<Map<String, Object>>getList("items").stream()
                .collect(Collectors.toMap(it -> (String) it.get("id"), it -> (String) it.get("name")));
    }

    private static byte[] cut(SampleFile sample, int victim, Random random) {
        int begin = victim == 0 ? sample.start() : sample.ends().get(victim - 1);
        return Arrays.copyOf(sample.file(), begin + random.nextInt(sample.ends().get(victim) - begin));
    }

    private static byte[] changed(SampleFile sample, int victim, Random random) {
        var bytes = sample.file().clone();
        int begin = victim == 0 ? sample.start() : sample.ends().get(victim - 1);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            bytes[begin + random.nextInt(sample.ends().get(victim) - begin)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
