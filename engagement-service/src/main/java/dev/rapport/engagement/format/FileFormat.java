package dev.rapport.engagement.format;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of files that tell of interactions. In JSON: lower snake case. */
public enum FileFormat {
    /** The body of {@code POST /v1/interactions}, one a line. */
    NDJSON(false, "ndjson jsonl", "application/x-ndjson application/ndjson application/jsonl application/x-jsonlines"),
    /** Comma-separated values (RFC 4180), also with other delimiters; the columns by their names or by a mapping. */
    CSV(false, "csv tsv", "text/csv text/comma-separated-values text/tab-separated-values application/csv"),
    /** {@code messages.csv} of LinkedIn's data export. */
    LINKEDIN_MESSAGES(true, "", ""),
    /** A mailbox of many messages (RFC 4155 and its relatives). */
    MBOX(true, "mbox mbx", "application/mbox"),
    /** One message (RFC 5322), also of a maildir. */
    EML(true, "eml", "message/rfc822 message/global message/news"),
    /** iCalendar (RFC 5545) or vCalendar 1.0. */
    ICALENDAR(true, "ics ical ifb icalendar vcs", "text/calendar text/x-vcalendar application/ics");

    private final boolean needsOwn;
    private final String extensions;
    private final String mediaTypes;

    FileFormat(boolean needsOwn, String extensions, String mediaTypes) {
        this.needsOwn = needsOwn;
        this.extensions = extensions;
        this.mediaTypes = mediaTypes;
    }

    /** The name in JSON, for example {@code linkedin_messages}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file tells who wrote to whom only to somebody who knows the member's own addresses. */
    public boolean needsOwn() {
        return needsOwn;
    }

    /** The format of this media type, whatever its parameters; empty when there is none, or it tells nothing. */
    public static Optional<FileFormat> ofMediaType(String mediaType) {
        if (mediaType == null) {
            return Optional.empty();
        }
        var bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(it -> !bare.isEmpty() && isNamed(it.mediaTypes, bare))
                .findFirst();
    }

    /** The format of a file of this name; empty when its ending tells nothing. */
    public static Optional<FileFormat> ofFileName(String fileName) {
        if (fileName == null) {
            return Optional.empty();
        }
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(it -> fileName.indexOf('.') >= 0 && !ending.isEmpty() && isNamed(it.extensions, ending))
                .findFirst();
    }

    private static boolean isNamed(String names, String name) {
        return List.of(names.split(" ", -1)).contains(name);
    }
}
