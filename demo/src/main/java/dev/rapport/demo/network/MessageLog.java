package dev.rapport.demo.network;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A real {@code src,dst,unix_ts} file: who wrote to whom, when (seconds since 1970). A header is optional, a message to
 * oneself is dropped, a line of another form is kept aside with its number.
 *
 * @param fileName name without folders
 * @param digest SHA-256 of the file, in hex
 * @param messages in the order of the file
 * @param badLines lines that are not {@code src,dst,unix_ts}
 * @param selfLoops messages dropped because sender and receiver are the same
 */
public record MessageLog(
        String fileName, String digest, List<Message> messages, List<BadLine> badLines, int selfLoops) {

    /** One row: {@code row} is the line number in the file, {@code at} are seconds since 1970. */
    record Message(int row, String from, String to, long at) {}

    /** A line that could not be read. */
    public record BadLine(int number, String why) {}

    private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999; milliseconds lie beyond it

    /**
     * Reads the whole file.
     *
     * @throws UnusableInput when it is missing, unreadable, empty, or mostly of another format
     */
    public static MessageLog read(Path file) {
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new UnusableInput(
                    file + (Files.exists(file) ? " cannot be read as a file." : " does not exist.") + EXPECTED);
        }
        try {
            return parse(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnusableInput(file + " cannot be read: " + e.getMessage());
        }
    }

    private static final String EXPECTED = " Give a CSV file with lines of the form src,dst,unix_ts.";

    static MessageLog parse(String fileName, byte[] content) throws IOException {
        var messages = new ArrayList<Message>();
        var badLines = new ArrayList<BadLine>();
        int selfLoops = 0;
        int number = 0;
        var reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String[] fields = line.replace("\uFEFF", "").strip().split(",", -1);
            String why = complaint(fields);
            if (line.isBlank() || (number == 1 && isHeader(fields))) {
                continue;
            } else if (why != null) {
                badLines.add(new BadLine(number, why));
            } else if (fields[0].strip().equals(fields[1].strip())) {
                selfLoops++;
            } else {
                messages.add(
                        new Message(number, fields[0].strip(), fields[1].strip(), Long.parseLong(fields[2].strip())));
            }
        }
        var log = new MessageLog(fileName, sha256(content), List.copyOf(messages), List.copyOf(badLines), selfLoops);
        log.requireUsable(number);
        return log;
    }

    private void requireUsable(int lines) {
        if (lines == 0) {
            throw new UnusableInput(fileName + " is empty." + EXPECTED);
        }
        if (badLines.size() > messages.size() + selfLoops) {
            BadLine first = badLines.get(0);
            throw new UnusableInput(
                    "%s is of another format (line %d: %s).".formatted(fileName, first.number(), first.why())
                            + EXPECTED);
        }
        if (messages.isEmpty()) {
            throw new UnusableInput(fileName + " holds no message between two people." + EXPECTED);
        }
    }

    /** A header has three names and no number. */
    private static boolean isHeader(String[] fields) {
        return fields.length == 3
                && !fields[0].isBlank()
                && !fields[1].isBlank()
                && !fields[2].isBlank()
                && fields[2].chars().noneMatch(Character::isDigit);
    }

    private static String complaint(String[] fields) {
        if (fields.length != 3) {
            return "the number of fields is " + fields.length + ", not 3";
        }
        if (fields[0].isBlank() || fields[1].isBlank()) {
            return "src or dst is empty";
        }
        String seconds = fields[2].strip();
        if (!seconds.matches("\\d{1,18}") || Long.parseLong(seconds) > LAST_SECOND) {
            return "unix_ts is not a number of seconds since 1970";
        }
        return null;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java runtime has SHA-256", e);
        }
    }
}
