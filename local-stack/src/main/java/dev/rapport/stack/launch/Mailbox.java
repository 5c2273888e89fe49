package dev.rapport.stack.launch;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./rapport mail}: the messages that the mail sink has received. */
final class Mailbox {

    private static final List<String> SHOWN = List.of("Date", "From", "To", "Subject");

    private final Path folder;
    private final PrintStream out;

    Mailbox(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Prints a line for each message, or the message of the given number, counted from 1. */
    void print(List<String> arguments) {
        List<Path> messages = messages();
        if (arguments.isEmpty()) {
            messages.forEach(message -> printLine(messages.indexOf(message) + 1, read(message)));
            out.println(messages.size() + " messages in " + folder);
            return;
        }
        String number = arguments.get(0);
        if (!number.matches("[1-9]\\d{0,8}") || Integer.parseInt(number) > messages.size()) {
            throw new LaunchFailure(
                    "There is no message " + number + "; ./rapport mail lists " + messages.size() + ".");
        }
        printWhole(read(messages.get(Integer.parseInt(number) - 1)));
    }

    private List<Path> messages() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + folder + " (" + e.getMessage() + ").");
        }
    }

    private static MimeMessage read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(null, in);
        } catch (IOException | MessagingException e) {
            throw new LaunchFailure("Cannot read " + file + " (" + e.getMessage() + ").");
        }
    }

    private void printLine(int number, MimeMessage message) {
        out.printf(
                "%4d  %s  %s  %s%n",
                number, header(message, "Date"), header(message, "To"), header(message, "Subject"));
    }

    private void printWhole(MimeMessage message) {
        SHOWN.forEach(name -> out.println(name + ": " + header(message, name)));
        try {
            out.println();
            out.println(text(message).orElse("(no text)"));
        } catch (IOException | MessagingException e) {
            throw new LaunchFailure("The message has no readable text (" + e.getMessage() + ").");
        }
    }

    private static String header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "-" : MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return "-";
        }
    }

    /** The first plain text in the message, else its first HTML. */
    private static Optional<String> text(Part part) throws IOException, MessagingException {
        Optional<String> plain = text(part, "text/plain");
        return plain.isPresent() ? plain : text(part, "text/html");
    }

    private static Optional<String> text(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = text(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
