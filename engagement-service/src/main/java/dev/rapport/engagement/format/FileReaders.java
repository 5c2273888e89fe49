package dev.rapport.engagement.format;

import dev.rapport.engagement.format.calendar.CalendarReader;
import dev.rapport.engagement.format.mail.MailReader;
import dev.rapport.engagement.format.table.CsvReader;
import dev.rapport.engagement.format.table.LinkedInReader;
import dev.rapport.engagement.format.table.NdjsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The readers of all formats. */
public final class FileReaders {

    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_LINES = 50;
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,60}[ \\t]*:.*");
    private static final Pattern MAIL_FIELD = Pattern.compile(
            "(?i)(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[a-z0-9-]+|content-type|sender|reply-to|cc|bcc)[ \\t]*:.*");
    private static final Pattern ZIP_OR_PDF = Pattern.compile("(?s)PK\\x03\\x04.*|%PDF.*|\\x1f\\x8b.*");

    private FileReaders() {}

    /**
     * The format of a file: by how it begins where that leaves no doubt, else by its media type, its name, and what its first
     * lines look like; empty when nothing tells it.
     *
     * @param head its first bytes, some thousands if it has as many
     * @param contentType what the client states; null when it states nothing
     * @param fileName its name; null when unknown
     */
    public static Optional<FileFormat> detect(byte[] head, String contentType, String fileName) {
        var lines = lines(head);
        var first = lines.isEmpty() ? "" : lines.get(0);
        if (ZIP_OR_PDF.matcher(first).lookingAt()) {
            return Optional.empty();
        }
        return sure(lines, first)
                .or(() -> FileFormat.ofMediaType(contentType))
                .or(() -> FileFormat.ofFileName(fileName))
                .or(() -> likely(lines, first));
    }

    /**
     * Reads a file of {@link ReaderSettings#format()}; closing the reader closes the file.
     *
     * @throws IOException when the stream cannot be read
     */
    public static EngagementFileReader open(InputStream file, ReaderSettings settings) throws IOException {
        return switch (settings.format()) {
            case NDJSON -> NdjsonReader.of(file, settings);
            case CSV -> CsvReader.of(file, settings);
            case LINKEDIN_MESSAGES -> LinkedInReader.of(file, settings);
            case MBOX -> MailReader.ofMailbox(file, settings);
            case EML -> MailReader.ofMessage(file, settings);
            case ICALENDAR -> CalendarReader.of(file, settings);
        };
    }

    private static Optional<FileFormat> sure(List<String> lines, String first) {
        var upper = first.toUpperCase(Locale.ROOT);
        if (upper.startsWith("BEGIN:VCALENDAR") || upper.startsWith("BEGIN:VEVENT")) {
            return Optional.of(FileFormat.ICALENDAR);
        }
        if (first.startsWith("From ")) {
            return Optional.of(FileFormat.MBOX);
        }
        if (lines.stream().limit(20).anyMatch(LinkedInReader::isHeader)) {
            return Optional.of(FileFormat.LINKEDIN_MESSAGES);
        }
        return first.startsWith("{") ? Optional.of(FileFormat.NDJSON) : Optional.empty();
    }

    private static Optional<FileFormat> likely(List<String> lines, String first) {
        if (FIELD.matcher(first).matches()
                && lines.stream().anyMatch(it -> MAIL_FIELD.matcher(it).matches())) {
            return Optional.of(FileFormat.EML);
        }
        return first.matches(".*[,;\\t|].*") ? Optional.of(FileFormat.CSV) : Optional.empty();
    }

    /** The first lines that are not blank. */
    private static List<String> lines(byte[] head) {
        var lines = new ArrayList<String>();
        try (var text = new TextLines(new ByteArrayInputStream(head), LONGEST_LINE)) {
            for (var line = text.next(); line != null && lines.size() < MOST_LINES; line = text.next()) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }
}
