package dev.rapport.engagement.importing;

import dev.rapport.engagement.format.FileFormat;
import java.util.Locale;

/** What requests call the formats of files. */
final class FormatName {

    static final String PATTERN = "ndjson|csv|linkedin|mbox|eml|ics";

    private FormatName() {}

    static FileFormat read(String name) {
        return switch (name) {
            case "linkedin" -> FileFormat.LINKEDIN_MESSAGES;
            case "ics" -> FileFormat.ICALENDAR;
            default -> FileFormat.valueOf(name.toUpperCase(Locale.ROOT));
        };
    }

    static String of(FileFormat format) {
        return switch (format) {
            case LINKEDIN_MESSAGES -> "linkedin";
            case ICALENDAR -> "ics";
            default -> format.json();
        };
    }

    /** The source of what files of a format tell, unless they or the client state one. */
    static String source(FileFormat format, String fileName) {
        return switch (format) {
            case LINKEDIN_MESSAGES -> "linkedin";
            case ICALENDAR -> "calendar";
            case MBOX, EML -> "mail";
            case CSV, NDJSON -> fileName == null || fileName.isBlank() ? format.json() : fileName.strip();
        };
    }
}
