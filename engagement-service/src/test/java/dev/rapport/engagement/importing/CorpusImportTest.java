package dev.rapport.engagement.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rapport.engagement.EngagementTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of all makes, sound and mangled, from the test data of other parsers; where they are not present, nothing is tried. */
@EngagementTest
class CorpusImportTest {

    /** Of how many files one is tried; with {@code -Dcorpora.every=1} all are. */
    private static final int EVERY = Integer.getInteger("corpora.every", 6);

    private static final Map<String, Object> OWN = Map.of("own", List.of("alex@example.org", "+4930123456"));

    /** All files of these makers as whatever they seem to be. */
    @ParameterizedTest
    @ValueSource(strings = {"mail", "ics"})
    void shouldEndForEachFileWithEveryRecordAccountedFor(String corpus) throws IOException {
        var folder = folder(corpus);
        assumeThat(folder).as("shared/data/corpora/" + corpus).isPresent();
        // Two workspaces, because one has one import at a time.
        var importers = List.of(Importer.inNewWorkspace(), Importer.inNewWorkspace());
        var started = new LinkedHashMap<Path, String>();
        try (var files = Files.walk(folder.get())) {
            var all = files.filter(CorpusImportTest::isData).sorted().toList();
            for (int i = 0; i < all.size(); i += EVERY) {
                var file = all.get(i);
                var bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    started.put(file, start(importers.get(started.size() % 2), file, bytes, corpus));
                }
            }
        }
        assertThat(started).hasSizeGreaterThan(50 / EVERY);
        var wrong = new ArrayList<String>();
        int at = 0;
        for (var one : started.entrySet()) {
            var alex = importers.get(at++ % 2);
            var ended = alex.ended(one.getValue());
            if (!isAccounted(alex, ended)) {
                wrong.add(one.getKey() + ": " + ended.prettyPrint());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whatever the bytes, the file is taken and ends. */
    @Test
    void shouldEndWhateverTheBytesAre() {
        var alex = Importer.inNewWorkspace();
        var random = new Random(1);
        var started = new ArrayList<String>();
        for (var format : List.of("ndjson", "csv", "mbox", "eml", "ics", "linkedin")) {
            for (int size : List.of(1, 17, 5_000, 40_000)) {
                var bytes = new byte[size];
                random.nextBytes(bytes);
                started.add(alex.send(
                                "application/octet-stream",
                                bytes,
                                Map.of("format", format, "own", List.of("alex@example.org")))
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"));
            }
        }
        started.forEach(
                id -> assertThat(isAccounted(alex, alex.ended(id))).as(id).isTrue());
    }

    private static String start(Importer alex, Path file, byte[] bytes, String corpus) {
        var parameters = new LinkedHashMap<String, Object>(OWN);
        parameters.put("fileName", file.getFileName().toString());
        var answer = alex.send("application/octet-stream", bytes, parameters);
        if (answer.statusCode() == 400) {
            parameters.put("format", corpus.equals("ics") ? "ics" : "eml");
            answer = alex.send("application/octet-stream", bytes, parameters);
        }
        assertThat(answer.statusCode()).as(file + ": " + answer.asString()).isEqualTo(202);
        return answer.path("id");
    }

    /** Each record is counted once, and whatever was not recorded is listed with why. */
    private static boolean isAccounted(Importer alex, JsonPath ended) {
        var counts = Importer.counts(ended);
        int kept = 300;
        var problems = alex.all("problems", ended.getString("id"));
        var ignored = alex.all("ignored", ended.getString("id"));
        return ended.getString("state").equals("done")
                && counts.stream().mapToInt(Integer::intValue).sum() == ended.getInt("counts.records")
                && ignored.size() == Math.min(counts.get(3), kept)
                && problems.size() >= Math.min(counts.get(4), kept)
                && Stream.concat(
                                problems.stream().map(it -> it.get("message")),
                                ignored.stream().map(it -> it.get("reason")))
                        .allMatch(it -> it != null && !it.toString().isBlank());
    }

    private static boolean isData(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.equals("SOURCE.md") && !name.startsWith("LICENCE");
    }

    /** The folder that RAPPORT_SHARED_DATA names, or the shared/data beside the checkout. */
    private static Optional<Path> folder(String corpus) {
        var named = System.getenv("RAPPORT_SHARED_DATA");
        return Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Stream.iterate(Path.of("").toAbsolutePath(), it -> it != null, Path::getParent)
                                .map(it -> it.resolve("shared/data")))
                .map(it -> it.resolve("corpora").resolve(corpus))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
