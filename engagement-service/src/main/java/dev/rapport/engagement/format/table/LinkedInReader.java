package dev.rapport.engagement.format.table;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.CsvMapping;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** Reads {@code messages.csv} of LinkedIn's data export, in the forms that it has had since 2020. */
public final class LinkedInReader implements EngagementFileReader {

    private static final String CHANNEL = "linkedin";
    private static final Pattern PROFILE =
            Pattern.compile("(?i)(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/in/([^/?#\\s]{1,200}).*");
    private static final Pattern SPONSORED =
            Pattern.compile("(?is).*(spinmail-quill-editor|%FIRSTNAME%).*|sponsored\\b.*");

    /** Column names are the names of the export, in lower case without spaces. */
    private static final CsvMapping COLUMNS = new CsvMapping(
            Stream.of(
                            "conversation id",
                            "conversation title",
                            "from",
                            "sender profile url",
                            "to",
                            "recipient profile urls",
                            "date",
                            "subject",
                            "content",
                            "folder",
                            "attachments",
                            "is message draft")
                    .collect(Collectors.toMap(it -> it, it -> it)),
            null,
            null);

    private final Table table;
    private final ReaderSettings settings;
    private final CellDates dates;
    private boolean isRefused;

    private LinkedInReader(Table table, ReaderSettings settings) {
        this.table = table;
        this.settings = settings;
        this.dates = new CellDates(settings.zone(), false);
    }

    /** Reads a file. */
    public static LinkedInReader of(InputStream file, ReaderSettings settings) throws IOException {
        return new LinkedInReader(Table.open(file, COLUMNS), settings);
    }

    /** Whether a line is the header of such a file. */
    public static boolean isHeader(String line) {
        var bare = line.toUpperCase(Locale.ROOT).replace("\"", "");
        return bare.contains("CONVERSATION ID") && bare.contains("SENDER PROFILE URL");
    }

    @Override
    public FileRecord next() throws IOException {
        if (!table.fields().contains("sender profile url")) {
            var isFirst = !isRefused;
            isRefused = true;
            return isFirst
                    ? new FileRecord.Faulty(1, "linkedin_messages", "is no messages.csv of LinkedIn's data export")
                    : null;
        }
        var row = table.next();
        if (row == null) {
            return null;
        }
        return row.fault() != null
                ? new FileRecord.Faulty(row.line(), "linkedin_messages", row.fault())
                : record(row.line(), new Cells(table.fields(), row.cells()));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private FileRecord record(long line, Cells row) {
        if (row.first("folder").equalsIgnoreCase("SPAM")) {
            return new FileRecord.Ignored(line, IgnoredReason.SPAM, "in the spam folder");
        }
        if (row.first("is message draft").equalsIgnoreCase("yes")) {
            return new FileRecord.Ignored(line, IgnoredReason.DRAFT, "marked as a draft");
        }
        if (SPONSORED.matcher(Excerpt.cut(row.first("content"), 5_000)).matches()
                || SPONSORED.matcher(row.first("conversation title")).matches()) {
            return new FileRecord.Ignored(line, IgnoredReason.BULK, "a sponsored message");
        }
        var date = dates.parse(row.first("date"));
        if (date.isEmpty()) {
            return new FileRecord.Faulty(line, "DATE", "is no date, such as 2026-03-01 09:30:00 UTC");
        }
        var senders = people(row.first("sender profile url"), row.first("from"));
        var recipients = people(row.first("recipient profile urls"), row.first("to"));
        boolean isOwn = isOwn(senders, row.first("from"));
        boolean isToOwn =
                isOwn(recipients, "") || names(row.first("to")).stream().anyMatch(this::isOwnName);
        if (!isOwn && !isToOwn) {
            return new FileRecord.Ignored(line, IgnoredReason.NOT_OWN, "neither from nor to the member");
        }
        var others = isOwn ? recipients : senders;
        others.keySet().removeIf(it -> settings.own().contains(it.value()));
        if (others.isEmpty()) {
            return new FileRecord.Ignored(line, IgnoredReason.NOBODY_ELSE, "names nobody else's profile");
        }
        return new FileRecord.Found(line, interaction(row, isOwn, others, date.get()));
    }

    private FoundInteraction interaction(Cells row, boolean isOwn, Map<Address, String> others, Instant date) {
        var content = row.first("content");
        var parties = new ArrayList<Party>();
        others.forEach((address, name) -> parties.add(Party.of(address, name)));
        return new FoundInteraction(
                InteractionKind.MESSAGE,
                isOwn ? Direction.OUTBOUND : Direction.INBOUND,
                parties.subList(0, Math.min(parties.size(), FoundInteraction.MOST_PARTIES)),
                date,
                null,
                CHANNEL,
                Excerpt.line(row.first("subject"), FoundInteraction.LONGEST_SUBJECT),
                Excerpt.line(
                        content.contains("</") ? Jsoup.parse(content).text() : content,
                        FoundInteraction.LONGEST_EXCERPT),
                settings.source(),
                FoundInteraction.idOf(row.first("conversation id"), date.toString(), row.first("from"), content));
    }

    /** Profiles by their addresses, with the names if there are as many of them. */
    private static Map<Address, String> people(String urls, String names) {
        var profiles = Stream.of(urls.split("[;,\\s]+"))
                .map(LinkedInReader::handle)
                .flatMap(Optional::stream)
                .toList();
        var all = profiles.size() == 1 ? List.of(names) : names(names);
        var people = new LinkedHashMap<Address, String>();
        for (int i = 0; i < profiles.size(); i++) {
            people.putIfAbsent(profiles.get(i), all.size() == profiles.size() ? all.get(i) : null);
        }
        return people;
    }

    private static List<String> names(String names) {
        return Stream.of(names.split("[,;]")).map(String::strip).toList();
    }

    private static Optional<Address> handle(String url) {
        var match = PROFILE.matcher(url);
        return match.matches() ? Address.handle("linkedin:" + match.group(1)) : Optional.empty();
    }

    private boolean isOwn(Map<Address, String> people, String name) {
        return people.keySet().stream().anyMatch(it -> settings.own().contains(it.value())) || isOwnName(name);
    }

    private boolean isOwnName(String name) {
        return !name.isBlank() && settings.own().stream().anyMatch(name.strip()::equalsIgnoreCase);
    }
}
