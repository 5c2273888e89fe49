package dev.rapport.stack.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds, in what a dead process left behind, the line that says why. */
final class LastWords {

    private static final List<String> SIGNS = List.of("ERROR", "SEVERE", "Exception", "Error:", "Caused by");
    private static final int READ_BYTES = 256 * 1024;

    private LastWords() {}

    /** The last line with a sign of an error in the first file that has one, else the last line at all; and its file. */
    static String of(Path... files) throws IOException {
        Optional<String> last = Optional.empty();
        for (Path file : files) {
            List<String> lines = lines(file).toList();
            Optional<String> error =
                    lines.stream().filter(LastWords::tellsOfError).reduce((earlier, later) -> later);
            if (error.isPresent()) {
                return told(error.get(), file);
            }
            last = last.or(
                    () -> lines.stream().reduce((earlier, later) -> later).map(line -> told(line, file)));
        }
        return last.orElse("it said nothing");
    }

    private static String told(String line, Path file) {
        return line + " (log: " + file + ")";
    }

    private static boolean tellsOfError(String line) {
        return !line.startsWith("at ") && SIGNS.stream().anyMatch(line::contains);
    }

    private static Stream<String> lines(Path file) throws IOException {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = Math.max(0, all.length - READ_BYTES);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty());
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
    }
}
