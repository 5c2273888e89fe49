package dev.rapport.benchmarks.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads lines of {@code src,dst,unix_ts}. The first line may be a header, further columns are left out, lines may be in any
 * order. A bad line is kept with its number and never stops the reading; one to oneself is dropped.
 */
final class NetworkFile {

    /** A line that could not be used, counted from 1. */
    record BadLine(long number, String why) {}

    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
    /** The year 10,000. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_800L);

    private final List<Network.Message> messages = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private long selfLoops;

    static NetworkFile read(Path file) throws IOException {
        var read = new NetworkFile();
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(++number, number == 1 ? line.replace("\uFEFF", "") : line);
            }
        }
        return read;
    }

    private void add(long number, String line) {
        if (line.isBlank()) {
            return;
        }
        var cells = line.split(",", 4);
        if (cells.length < 3) {
            badLines.add(new BadLine(number, "needs src,dst,unix_ts but has " + cells.length + " column(s)"));
            return;
        }
        var from = cell(cells[0]);
        var to = cell(cells[1]);
        var time = cell(cells[2]);
        if (from.isEmpty() || to.isEmpty()) {
            badLines.add(new BadLine(number, "src or dst is empty"));
        } else if (!isTime(time)) {
            if (number > 1 || !isHeader(time)) {
                badLines.add(new BadLine(number, "unix_ts is no number of seconds since 1970: " + shown(time)));
            }
        } else if (from.equals(to)) {
            selfLoops++;
        } else {
            messages.add(new Network.Message(known(from), known(to), micros(time)));
        }
    }

    List<BadLine> badLines() {
        return badLines;
    }

    long selfLoops() {
        return selfLoops;
    }

    /** What was read, handed over: a second call finds nothing. */
    Network network() {
        var network = new Network(messages);
        messages.clear();
        names.clear();
        return network;
    }

    private String known(String name) {
        return names.computeIfAbsent(name, Function.identity());
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    private static String cell(String cell) {
        var stripped = cell.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static boolean isHeader(String cell) {
        return !cell.isEmpty() && Character.isLetter(cell.charAt(0));
    }

    private static boolean isTime(String cell) {
        if (cell.length() > 30 || !cell.matches("[+-]?\\d+(\\.\\d*)?([eE][+]?\\d{1,2})?")) {
            return false;
        }
        return new BigDecimal(cell).abs().compareTo(LATEST) < 0;
    }

    private static long micros(String cell) {
        return new BigDecimal(cell)
                .multiply(MICROS)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static String shown(String cell) {
        return cell.length() <= 40 ? "'" + cell + "'" : "'" + cell.substring(0, 40) + "…'";
    }
}
