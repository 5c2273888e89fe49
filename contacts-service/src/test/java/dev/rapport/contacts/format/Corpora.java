package dev.rapport.contacts.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Real files of other programs. They are not part of the project: without them the tests are skipped. {@code
 * RAPPORT_SHARED_DATA} names their folder, else a folder {@code shared/data} beside the project is looked for.
 */
final class Corpora {

    private static final Set<String> ENDINGS = Set.of("vcf", "csv", "txt", "ldif");

    private Corpora() {}

    /** The paths of all files of a kind, from its folder; none without the data. */
    static List<String> files(String kind) throws IOException {
        var folder = folder(kind);
        if (!Files.isDirectory(folder)) {
            return List.of("none");
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> !it.getFileName().toString().startsWith("LICENCE"))
                    .filter(it -> ENDINGS.contains(
                            it.toString().substring(it.toString().lastIndexOf('.') + 1)))
                    .map(it -> folder.relativize(it).toString())
                    .sorted()
                    .toList();
        }
    }

    static byte[] bytes(String kind, String file) throws IOException {
        var path = folder(kind).resolve(file);
        assumeTrue(Files.exists(path), "skipped: " + file + " is not here; set RAPPORT_SHARED_DATA");
        return Files.readAllBytes(path);
    }

    private static Path folder(String kind) {
        var named = System.getProperty("RAPPORT_SHARED_DATA", System.getenv("RAPPORT_SHARED_DATA"));
        if (named != null) {
            return Path.of(named, "corpora", kind);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("shared/data/corpora").resolve(kind);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared/data/corpora", kind);
    }
}
