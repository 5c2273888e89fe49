package dev.rapport.engagement.format.mail;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.Dates;
import dev.rapport.engagement.format.FoundInteraction;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One message: who wrote it to whom, when, and what. */
final class Message {

    private static final List<String> SENDERS = List.of("from", "resent-from", "sender", "reply-to", "return-path");
    private static final List<String> RECIPIENTS = List.of("to", "cc", "bcc");

    /** Where mail servers note for whom they took a message that does not name its recipient. */
    private static final List<String> DELIVERED = List.of(
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "x-delivered-to",
            "apparently-to",
            "x-envelope-to",
            "resent-to");

    private final Header header;
    private final Envelope envelope;
    private final Map<Address, String> writers;
    private final Map<Address, String> addressees;

    private Message(Header header, Envelope envelope) {
        this.header = header;
        this.envelope = envelope;
        this.writers = SENDERS.stream()
                .map(it -> people(Mailboxes.of(header.all(it)).stream()))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseGet(() -> people(envelope.sender().stream()));
        this.addressees = people(recipients().stream());
    }

    /** Reads the header of a message; its text is read when it is asked for. */
    static Message read(InputStream bytes, Envelope envelope) throws IOException {
        return new Message(Header.read(bytes), envelope);
    }

    Header header() {
        return header;
    }

    /** The mailboxes that the From field names, good or not. */
    List<Mailbox> from() {
        return Mailboxes.of(header.all("from"));
    }

    /** The mailboxes that To, Cc and Bcc name, good or not. */
    List<Mailbox> recipients() {
        return RECIPIENTS.stream()
                .flatMap(it -> Mailboxes.of(header.all(it)).stream())
                .toList();
    }

    /** Who wrote it: the first field that names somebody, else the line before the message. */
    Map<Address, String> writers() {
        return writers;
    }

    /** To whom it was written: each address once, with its name if there is one. */
    Map<Address, String> addressees() {
        return addressees;
    }

    /** For whom a mail server took it. */
    Map<Address, String> deliveredTo() {
        return people(DELIVERED.stream().flatMap(it -> Mailboxes.of(header.all(it)).stream()));
    }

    private static Map<Address, String> people(Stream<Mailbox> mailboxes) {
        var people = new LinkedHashMap<Address, String>();
        mailboxes.forEach(it -> it.address().ifPresent(address -> {
            if (people.get(address) == null) {
                people.put(address, it.name());
            }
        }));
        return people;
    }

    /** When it was written: its date unless that is missing or cannot be; else when it was first received, or filed. */
    Optional<Instant> date(Instant earliest, Instant latest) {
        var received = header.all("received");
        var first = received.isEmpty() ? "" : received.get(received.size() - 1);
        return Stream.of(
                        Dates.parse(header.text("date"), ZoneOffset.UTC),
                        Dates.parse(first.substring(first.lastIndexOf(';') + 1), ZoneOffset.UTC),
                        Dates.parse(header.text("resent-date"), ZoneOffset.UTC),
                        Dates.parse(header.text("delivery-date"), ZoneOffset.UTC),
                        envelope.date())
                .flatMap(Optional::stream)
                .filter(it -> it.isAfter(earliest) && !it.isAfter(latest))
                .findFirst();
    }

    /** Its Message-ID without the brackets; without one, a name made of what it is. */
    String id() {
        var id = header.text("message-id").replaceAll("[<>\\s\\p{Cc}]", "");
        if (!id.isEmpty() && id.length() <= FoundInteraction.LONGEST_ID) {
            return id;
        }
        return FoundInteraction.idOf(
                id,
                header.text("date"),
                header.text("from"),
                header.text("subject"),
                header.text("to"),
                envelope.text());
    }
}
