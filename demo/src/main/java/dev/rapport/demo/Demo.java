package dev.rapport.demo;

import dev.rapport.demo.importing.CatchUp;
import dev.rapport.demo.importing.ImportNetwork;
import dev.rapport.demo.importing.ImportNetwork.Receipt;
import dev.rapport.demo.importing.Note;
import dev.rapport.demo.importing.Progress;
import dev.rapport.demo.network.InventedNetwork;
import dev.rapport.demo.network.MessageLog;
import dev.rapport.demo.network.Network;
import dev.rapport.demo.network.ReplayedNetwork;
import dev.rapport.demo.network.UnusableInput;
import dev.rapport.demo.report.Report;
import dev.rapport.demo.rest.ApiFailure;
import dev.rapport.demo.rest.Pause;
import dev.rapport.demo.rest.RapportApi;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Imports a network through the public REST APIs and prints what a user came for. With a FILE it is a real one, replayed;
 * without, an invented one. Exit codes: 0 done, 1 a service failed, 2 the input cannot be used.
 */
public final class Demo {

    private static final String MEMBER_EMAIL = "alex@example.org";
    private static final int SHOWN_BAD_LINES = 5;

    private final Settings settings;
    private final RapportApi api;
    private final Clock clock;
    private final Pause pause;
    private final PrintStream out;
    private final Progress progress;

    Demo(Settings settings, Clock clock, Pause pause, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.api = new RapportApi(settings.addresses(), settings.token(), pause, clock);
        this.clock = clock;
        this.pause = pause;
        this.out = out;
        this.progress = new Progress(err, settings.terminal());
    }

    /** Runs with {@code [FILE]} and the environment that {@link Settings} names. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(exitCode(args, out, err));
    }

    private static int exitCode(String[] args, PrintStream out, PrintStream err) {
        try {
            var settings = Settings.of(System.getenv());
            new Demo(settings, Clock.systemUTC(), Pause.real(), out, err).run(args);
            return 0;
        } catch (UnusableInput e) {
            err.println(e.getMessage());
            return 2;
        } catch (ApiFailure | UncheckedIOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    void run(String[] args) {
        Network.Source source = source(args);
        Optional<Note> noted =
                Note.in(settings.home()).filter(note -> note.digest().equals(source.digest()));
        Receipt receipt;
        if (noted.isPresent() && noted.get().holds(api)) {
            progress.say("The workspace holds this network already; nothing is imported.");
            receipt = noted.get().receipt();
        } else {
            receipt = imported(source, noted);
        }
        if (!new CatchUp(api, progress, pause, clock).reminders()) {
            progress.say("Reminders are not complete yet; the page shows what is there.");
        }
        new Report(api, out, settings.terminal())
                .print(receipt.oldest(), clock.instant(), settings.home().resolve("edition.html"));
    }

    private Network.Source source(String[] args) {
        if (args.length == 0) {
            return new InventedNetwork();
        }
        if (args.length > 1) {
            throw new UnusableInput("Usage: ./rapport demo [FILE]");
        }
        try {
            MessageLog log = MessageLog.read(Path.of(args[0]));
            tellLeftOut(log);
            return new ReplayedNetwork(log);
        } catch (InvalidPathException e) {
            throw new UnusableInput(args[0] + " is not a file name.", e);
        }
    }

    private void tellLeftOut(MessageLog log) {
        log.badLines().stream()
                .limit(SHOWN_BAD_LINES)
                .forEach(line -> progress.say("  line %d is left out: %s".formatted(line.number(), line.why())));
        if (log.badLines().size() > SHOWN_BAD_LINES) {
            progress.say("  %,d lines are left out altogether."
                    .formatted(log.badLines().size()));
        }
        if (log.selfLoops() > 0) {
            progress.say("  %,d messages to oneself are left out.".formatted(log.selfLoops()));
        }
    }

    /** An interrupted import of the same input goes on where its note says that it ended in time. */
    private Receipt imported(Network.Source source, Optional<Note> noted) {
        Instant anchor = noted.filter(note -> note.receipt() == null)
                .map(Note::anchor)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        new Note(source.digest(), anchor, null).writeTo(settings.home());
        ZoneId zone = zone(ZoneId.systemDefault());
        Network network = source.endingAt(anchor, zone);
        progress.say("Importing %,d contacts and %,d interactions (%s)"
                .formatted(network.people().size(), network.touches().size(), source.name()));
        String run = source.digest() + anchor;
        Receipt receipt = new ImportNetwork(api, progress).run(network, run, MEMBER_EMAIL, zone);
        if (receipt.oldest() == null) {
            throw new UnusableInput("Not one interaction of this input was accepted.");
        }
        new Note(source.digest(), anchor, receipt).writeTo(settings.home());
        if (!new CatchUp(api, progress, pause, clock).ranking(receipt.counting())) {
            progress.say("The ranking has not counted everything yet; the page shows what is there.");
        }
        return receipt;
    }

    /** A machine may be set to a bare offset; preferences take names only. */
    private static ZoneId zone(ZoneId machine) {
        return ZoneId.getAvailableZoneIds().contains(machine.getId()) ? machine : ZoneId.of("UTC");
    }
}
