package dev.rapport.demo.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.demo.report.Views.Edition;
import dev.rapport.demo.report.Views.Explanation;
import dev.rapport.demo.report.Views.Interaction;
import dev.rapport.demo.report.Views.Position;
import dev.rapport.demo.report.Views.Ranked;
import dev.rapport.demo.report.Views.Reminder;
import dev.rapport.demo.rest.RapportApi;
import dev.rapport.demo.rest.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The page that a user came for: the network, who is close, what is due and why, and where to look next. */
public final class Report {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final String RELEVANCE = "/v1/relevance";
    private static final String REMINDERS = "/v1/reminders";
    private static final int TOP = 10;
    private static final int NEXT = 5;

    private final RapportApi api;
    private final PrintStream out;
    private final boolean terminal;

    /** Prints to {@code out}, with bold headings on a terminal. */
    public Report(RapportApi api, PrintStream out, boolean terminal) {
        this.api = api;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Asks the services and prints.
     *
     * @param oldest the id of the first imported interaction
     * @param newspaper where the edition's page is kept
     */
    public void print(String oldest, Instant now, Path newspaper) {
        Edition edition = api.get(Service.NOTIFIER, "/v1/editions/preview", Edition.class);
        ZoneId zone = ZoneId.of(edition.timeZone());
        network(oldest, zone);
        ranking(now);
        reminders(now, zone);
        heading("The edition, as it would be sent now");
        EditionPage.lines(edition).forEach(out::println);
        keep(newspaper);
        whereToLook(newspaper);
    }

    private void keep(Path newspaper) {
        try {
            Files.writeString(newspaper, api.page(Service.NOTIFIER, "/v1/editions/preview"));
        } catch (IOException e) {
            throw new UncheckedIOException(newspaper + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void network(String oldest, ZoneId zone) {
        Interaction first = api.get(Service.ENGAGEMENT, "/v1/interactions/" + oldest, Interaction.class);
        List<JsonNode> ties = api.items(Service.ENGAGEMENT, RELEVANCE);
        Instant last = ties.stream()
                .map(tie -> Instant.parse(tie.path("lastTouchAt").asText()))
                .max(Comparator.naturalOrder())
                .orElse(first.occurredAt());
        heading("The network");
        out.printf(
                Locale.ENGLISH,
                "%s, %s with them, from %s to %s.%n",
                Text.counted(api.items(Service.CONTACTS, "/v1/contacts").size(), "contact"),
                Text.counted(
                        ties.stream()
                                .mapToLong(tie -> tie.path("interactions").asLong())
                                .sum(),
                        "interaction"),
                DATE.format(first.occurredAt().atZone(zone)),
                DATE.format(last.atZone(zone)));
    }

    private void ranking(Instant now) {
        List<Ranked> ranking = api.first(TOP, Service.ENGAGEMENT, RELEVANCE, Ranked.class);
        List<Position> positions = ranking.stream()
                .map(tie -> api.get(Service.CONTACTS, "/v1/contacts/" + tie.contactId(), Position.class))
                .toList();
        heading("Who is close right now");
        RankingPage.lines(ranking, positions, now).forEach(out::println);
        if (!ranking.isEmpty()) {
            String path = RELEVANCE + "/" + ranking.get(0).contactId() + "/explanation";
            Explanation why = api.get(Service.ENGAGEMENT, path, Explanation.class);
            out.println();
            Text.wrapped("Why %s is first: %s".formatted(ranking.get(0).displayName(), why.summary()), 0)
                    .forEach(out::println);
        }
    }

    private void reminders(Instant now, ZoneId zone) {
        int due = api.items(Service.NOTIFIER, REMINDERS + "?state=due").size();
        heading("Due now (" + due + ")");
        RemindersPage.lines(api.first(TOP, Service.NOTIFIER, REMINDERS + "?state=due", Reminder.class), now, zone)
                .forEach(out::println);
        if (due > TOP) {
            out.println("  ... and %,d more".formatted(due - TOP));
        }
        int unread = api.get(Service.NOTIFIER, "/v1/inbox/unread-count")
                .body()
                .path("unread")
                .asInt();
        out.println("  The inbox holds " + Text.counted(unread, "unread notification") + ".");
        heading("Next");
        List<Reminder> next = api.items(Service.NOTIFIER, REMINDERS + "?state=scheduled", Reminder.class).stream()
                .sorted(Comparator.comparing(Reminder::toldAt))
                .limit(NEXT)
                .toList();
        RemindersPage.lines(next, now, zone).forEach(out::println);
    }

    private void whereToLook(Path newspaper) {
        heading("Where to look");
        out.println("  the edition     " + newspaper.toUri());
        for (Service service : Service.values()) {
            out.println("  " + Text.fit(service.name().toLowerCase(Locale.ROOT) + " API", 16)
                    + api.address(service, "/q/swagger-ui"));
        }
        out.println("  ask it          curl -s -H \"Authorization: Bearer $(./rapport token)\" \\");
        out.println("                    \"" + api.address(Service.ENGAGEMENT, RELEVANCE + "?limit=3") + "\"");
        out.println("  mails sent      ./rapport mail");
        out.println("  stop            ./rapport down");
    }

    private void heading(String text) {
        out.println();
        out.println(terminal ? "\u001B[1m" + text + "\u001B[0m" : text);
        out.println("-".repeat(text.length()));
    }
}
