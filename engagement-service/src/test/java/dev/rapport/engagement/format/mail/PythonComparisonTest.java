package dev.rapport.engagement.format.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.engagement.format.Corpus;
import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.FileReaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Messages, senders and recipients of real mail, counted beside an independent reader: Python's mailbox and email modules.
 * Skipped where the files, or {@code python3}, are not there.
 */
class PythonComparisonTest {

    /** Where the two differ, and why ours is right. */
    private static final Map<String, String> DIFFERENCES = Map.of(
            "MimeKit/mbox/unmunged.mbox.txt",
            "\"From Russia with love\" is a sentence, which Python takes for a separator; and Python overlooks the first message,"
                    + " which stands behind a byte order mark",
            "thunderbird/mailnews/test/data/mbox_unquoted",
            "\"From \" stands alone in the middle of a text, which Python takes for a separator",
            "MimeKit/messages/issue358.txt",
            "an address is broken by a fold within it; Python makes two of it",
            "MimeKit/messages/stack-overflow.txt",
            "Python ends with a RecursionError",
            "mail-parser/eml/malformed/019.eml",
            "a space stands before the colon of To, as RFC 5322 section 4.5 allows of old mail; Python ends the header there");

    private record Counts(int messages, List<String> senders, List<String> recipients) {}

    @Test
    void shouldAgreeWithAnIndependentReader() throws IOException, InterruptedException {
        var folder = Corpus.folder("mail");
        assumeTrue(hasPython(), "skipped: python3 is not here");
        var files = Corpus.files(folder);
        var theirs = theirs(files);
        var differing = new ArrayList<String>();

        for (var file : files) {
            if (!ours(file).equals(theirs.get(file.toString()))) {
                differing.add(folder.relativize(file).toString());
            }
        }

        assertThat(files).isNotEmpty();
        assertThat(differing).isSubsetOf(DIFFERENCES.keySet());
    }

    private static Counts ours(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        var format = FileReaders.detect(Arrays.copyOf(content, Math.min(content.length, 8_192)), null, null);
        int messages = 0;
        var senders = new ArrayList<String>();
        var recipients = new ArrayList<String>();
        try (var in = Files.newInputStream(file);
                var source = format.filter(FileFormat.MBOX::equals).isPresent()
                        ? new MboxSplitter(in)
                        : new SingleMessage(in)) {
            while (source.nextMessage()) {
                var message = Message.read(source.message(), source.envelope());
                message.from().forEach(it -> senders.add(it.text().toLowerCase(Locale.ROOT)));
                message.recipients().forEach(it -> recipients.add(it.text().toLowerCase(Locale.ROOT)));
                messages++;
            }
        }
        return new Counts(
                messages,
                senders.stream().sorted().toList(),
                recipients.stream().sorted().toList());
    }

    private static Map<String, Counts> theirs(List<Path> files) throws IOException, InterruptedException {
        var script = Files.createTempFile("count_messages", ".py");
        var list = Files.createTempFile("files", ".txt");
        var answer = Files.createTempFile("counts", ".jsonl");
        try (var source = PythonComparisonTest.class.getResourceAsStream("count_messages.py")) {
            Files.write(script, source.readAllBytes());
            Files.write(list, files.stream().map(Path::toString).toList());
            var python = new ProcessBuilder("python3", "-X", "utf8", script.toString())
                    .redirectInput(list.toFile())
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(python.waitFor()).isZero();
            var counts = new TreeMap<String, Counts>();
            for (var line : Files.readAllLines(answer, StandardCharsets.UTF_8)) {
                var json = new ObjectMapper().readTree(line);
                counts.put(
                        json.get(0).asText(), new Counts(json.get(1).asInt(), texts(json.get(2)), texts(json.get(3))));
            }
            return counts;
        } finally {
            Files.delete(script);
            Files.delete(list);
            Files.delete(answer);
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
