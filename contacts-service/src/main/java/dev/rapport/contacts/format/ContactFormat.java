package dev.rapport.contacts.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file formats of contacts. */
public enum ContactFormat {
    /** vCard: reads 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), writes 4.0. */
    VCARD("text/vcard", "vcf", "text/x-vcard", "text/directory"),
    /** Comma-separated values (RFC 4180), also with other delimiters. */
    CSV("text/csv", "csv", "text/comma-separated-values", "text/tab-separated-values", "application/csv"),
    /** JSContact (RFC 9553): a card, an array of cards or one card after the other. */
    JSCONTACT("application/jscontact+json", "json"),
    /** The JSON of the API, one contact a line. */
    NDJSON("application/x-ndjson", "ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private final String mediaType;
    private final String fileExtension;
    private final String alsoKnownAs;

    ContactFormat(String mediaType, String fileExtension, String... alsoKnownAs) {
        this.mediaType = mediaType;
        this.fileExtension = fileExtension;
        this.alsoKnownAs = String.join(" ", alsoKnownAs);
    }

    /** The media type of the files written. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of a file's name, without the dot. */
    public String fileExtension() {
        return fileExtension;
    }

    /** The format of this media type, whatever its parameters; empty when there is none. */
    public static Optional<ContactFormat> of(String mediaType) {
        var bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(it -> it.mediaType.equals(bare)
                        || List.of(it.alsoKnownAs.split(" ")).contains(bare))
                .findFirst();
    }

    /** Reads a file of this format; closing the reader closes the file. */
    public ContactFileReader reader(InputStream file, ReadSettings settings) throws IOException {
        var lines = SourceLines.of(file, settings.charset());
        return switch (this) {
            case VCARD -> new VCardReader(lines, settings);
            case CSV -> new CsvReader(lines, settings);
            case JSCONTACT -> new JsContactReader(lines, settings);
            case NDJSON -> new NdjsonReader(lines, settings);
        };
    }

    /** Writes a file of this format, in UTF-8; closing the writer completes and closes the file. */
    public ContactFileWriter writer(OutputStream file) throws IOException {
        return switch (this) {
            case VCARD -> new VCardWriter(file);
            case CSV -> new CsvWriter(file);
            case JSCONTACT -> new JsContactWriter(file);
            case NDJSON -> new NdjsonWriter(file);
        };
    }
}
