package dev.rapport.engagement.format.mail;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.EngagementFileReader;
import dev.rapport.engagement.format.Excerpt;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.IgnoredReason;
import dev.rapport.engagement.format.Party;
import dev.rapport.engagement.format.ReaderSettings;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads messages and tells which of them passed between the member and people. */
public final class MailReader implements EngagementFileReader {

    private static final String CHANNEL = "email";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

    private final MessageSource source;
    private final ReaderSettings settings;
    private final KnownLists lists = new KnownLists();
    private long ordinal;

    private MailReader(MessageSource source, ReaderSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /** Reads a mailbox. */
    public static MailReader ofMailbox(InputStream file, ReaderSettings settings) {
        return new MailReader(new MboxSplitter(file), settings);
    }

    /** Reads one message. */
    public static MailReader ofMessage(InputStream file, ReaderSettings settings) {
        return new MailReader(new SingleMessage(file), settings);
    }

    @Override
    public FileRecord next() throws IOException {
        if (!source.nextMessage()) {
            return null;
        }
        ordinal++;
        return record(Message.read(source.message(), source.envelope()));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private FileRecord record(Message message) throws IOException {
        var header = message.header();
        if (header.isEmpty()) {
            return ignored(IgnoredReason.EMPTY, "a message without header and body");
        }
        lists.learn(header);
        var kind = MailKind.of(message);
        if (kind.isPresent()) {
            return ignored(kind.get().reason(), kind.get().detail());
        }
        var writers = message.writers();
        if (writers.isEmpty()) {
            return faulty("From", header.has("from") ? "names no email address that can be used" : "is missing");
        }
        boolean isOwn = writers.keySet().stream().anyMatch(this::isOwn);
        return isOwn ? sent(message) : received(message, writers);
    }

    private FileRecord sent(Message message) throws IOException {
        var people = new LinkedHashMap<>(message.addressees());
        if (people.isEmpty() && !message.recipients().isEmpty()) {
            return faulty("To", "names no email address that can be used");
        }
        boolean isToList = people.keySet().stream().anyMatch(lists::isList);
        people.keySet().removeIf(it -> isOwn(it) || lists.isList(it));
        if (people.isEmpty()) {
            return isToList
                    ? ignored(IgnoredReason.MAILING_LIST, "sent to a mailing list")
                    : ignored(IgnoredReason.NOBODY_ELSE, "no recipient but the member");
        }
        return found(message, Direction.OUTBOUND, people);
    }

    private FileRecord received(Message message, Map<Address, String> writers) throws IOException {
        boolean isToOwn = message.addressees().keySet().stream().anyMatch(this::isOwn)
                || message.deliveredTo().keySet().stream().anyMatch(this::isOwn);
        if (!isToOwn) {
            return ignored(IgnoredReason.NOT_OWN, "neither from nor to one of the member's addresses");
        }
        return found(message, Direction.INBOUND, writers);
    }

    private FileRecord found(Message message, Direction direction, Map<Address, String> people) throws IOException {
        var date = message.date(EARLIEST, settings.now().plus(CLOCK_ERROR));
        if (date.isEmpty()) {
            return faulty("Date", "the message has no date between 1970 and now");
        }
        var text = MessageText.of(message.header());
        if (text.isReplyToInvitation()) {
            return ignored(IgnoredReason.AUTOMATIC, "an answer to an invitation");
        }
        return new FileRecord.Found(
                ordinal,
                new FoundInteraction(
                        InteractionKind.EMAIL,
                        direction,
                        parties(people),
                        date.get(),
                        null,
                        CHANNEL,
                        Excerpt.line(message.header().text("subject"), FoundInteraction.LONGEST_SUBJECT),
                        text.excerpt(),
                        settings.source(),
                        message.id()));
    }

    private static List<Party> parties(Map<Address, String> people) {
        var parties = new ArrayList<Party>();
        people.forEach((address, name) -> {
            if (parties.size() < FoundInteraction.MOST_PARTIES) {
                parties.add(Party.of(address, name));
            }
        });
        return parties;
    }

    private boolean isOwn(Address address) {
        return settings.own().contains(address.value());
    }

    private FileRecord ignored(IgnoredReason reason, String detail) {
        return new FileRecord.Ignored(ordinal, reason, detail);
    }

    private FileRecord faulty(String field, String reason) {
        return new FileRecord.Faulty(ordinal, field, reason);
    }
}
