package dev.rapport.engagement.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of many programs, which are not part of the project: tests that need them are skipped where they are not.
 * {@code RAPPORT_SHARED_DATA} names their folder, else a folder {@code shared/data} beside the project is looked for.
 */
public final class Corpus {

    private Corpus() {}

    /** The folder of a family of files; skips the test where there is none. */
    public static Path folder(String family) {
        var folder = dataFolder().resolve("corpora").resolve(family);
        assumeTrue(
                Files.isDirectory(folder), "skipped: no files of the family " + family + "; set RAPPORT_SHARED_DATA");
        return folder;
    }

    /** All files of a family, without the descriptions of their origin. */
    public static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> !it.getFileName().toString().startsWith("LICENCE"))
                    .filter(it -> !it.getFileName().toString().equals("SOURCE.md"))
                    .sorted()
                    .toList();
        }
    }

    private static Path dataFolder() {
        var named = System.getProperty("RAPPORT_SHARED_DATA", System.getenv("RAPPORT_SHARED_DATA"));
        if (named != null) {
            return Path.of(named);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("shared/data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared/data");
    }
}
