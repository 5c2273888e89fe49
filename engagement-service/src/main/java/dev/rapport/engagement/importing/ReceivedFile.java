package dev.rapport.engagement.importing;

import dev.rapport.api.problem.ApiException;
import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.FileReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;

/** A file as it arrives: its beginning is looked at, and is still there for whoever reads it. */
final class ReceivedFile {

    private static final int HEAD = 16 * 1024;

    private final byte[] head;
    private final InputStream content;

    private ReceivedFile(byte[] head, InputStream content) {
        this.head = head;
        this.content = content;
    }

    static ReceivedFile of(InputStream body) {
        try {
            var head = body.readNBytes(HEAD);
            return new ReceivedFile(head, new SequenceInputStream(new ByteArrayInputStream(head), body));
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    /** All of it. */
    InputStream content() {
        return content;
    }

    /** The format that the client names, or else that the media type, the file's name or its beginning tells; 400 when none does. */
    FileFormat format(ImportParameters parameters, String mediaType) {
        if (parameters.format() != null) {
            return FormatName.read(parameters.format());
        }
        return FileReaders.detect(head, mediaType, parameters.fileName())
                .orElseThrow(() -> ApiException.invalid(
                        "format", "must be ndjson, csv, mbox, eml, ics or linkedin, as the file does not tell"));
    }
}
