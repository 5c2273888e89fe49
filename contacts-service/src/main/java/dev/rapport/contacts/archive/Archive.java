package dev.rapport.contacts.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP being written. It counts what is in it; without its manifest, which comes last, it is not whole. */
public final class Archive {

    static final int FORMAT = 1;

    private final ZipOutputStream zip;
    private final ObjectMapper json;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    Archive(OutputStream out, ObjectMapper json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json.copy().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Writes the lines of a file. */
    @FunctionalInterface
    public interface Lines {
        /** Writes each line with {@link Line#write}. */
        void writeTo(Line line) throws IOException;
    }

    /** Takes the next line of a file. */
    @FunctionalInterface
    public interface Line {
        /** Writes this as JSON; text is taken for JSON as it is. */
        void write(Object value) throws IOException;
    }

    /** Adds a file with one JSON document a line, and counts its lines. */
    public void ndjson(String name, Lines lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        counts.put(name, 0L);
        lines.writeTo(value -> {
            zip.write(
                    value instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : json.writeValueAsBytes(value));
            zip.write('\n');
            counts.merge(name, 1L, Long::sum);
        });
        zip.closeEntry();
    }

    /** Adds a file to a folder, and counts it there. */
    public void file(String folder, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(folder + "/" + name));
        zip.write(content);
        zip.closeEntry();
        counts.merge(folder, 1L, Long::sum);
    }

    void finish(String workspace, String service, Instant now) throws IOException {
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(json.writeValueAsBytes(new Manifest(FORMAT, service, workspace, now, counts)));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /**
     * What is in an archive.
     *
     * @param format of the archive; another one is read otherwise
     * @param counts lines of each file, files of each folder
     */
    record Manifest(int format, String service, String workspace, Instant createdAt, TreeMap<String, Long> counts) {}
}
