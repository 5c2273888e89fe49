package dev.rapport.benchmarks.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command {@code benchmarks/relevance}: how well the product's rankings foretell a real network. */
final class RelevanceBenchmark {

    private static final int MOST_BAD_LINES = 20;

    private RelevanceBenchmark() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(args));
    }

    private static int run(String[] args) throws IOException {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println("benchmarks/relevance: " + wrong.getMessage());
            System.err.print(usage());
            return 2;
        }
        if (!Files.isReadable(options.file()) || Files.isDirectory(options.file())) {
            System.err.println("benchmarks/relevance: there is no readable file " + options.file());
            return 1;
        }
        var read = NetworkFile.read(options.file());
        complain(read.badLines());
        if (read.isEmpty()) {
            System.err.println("benchmarks/relevance: no usable line of src,dst,unix_ts in " + options.file());
            return 1;
        }
        var report = report(options, read);
        System.out.println(options.json() ? report.json() : report.table());
        return 0;
    }

    private static String usage() {
        return """
            Usage: benchmarks/relevance FILE [--profile P] [--json]

            FILE has lines of src,dst,unix_ts (seconds since 1970): who wrote to whom, when. A header is optional, further
            columns are left out, the lines may be in any order. Bad lines are reported and left out.
            P is one of: %s. Without it all are measured.
            """.formatted(Contestant.profiles().collect(Collectors.joining(", ")));
    }

    private static void complain(List<NetworkFile.BadLine> badLines) {
        badLines.stream()
                .limit(MOST_BAD_LINES)
                .forEach(line -> System.err.println("line " + line.number() + ": " + line.why()));
        if (badLines.size() > MOST_BAD_LINES) {
            System.err.println("… and " + (badLines.size() - MOST_BAD_LINES) + " more bad lines");
        }
    }

    private static Report report(Options options, NetworkFile read) {
        var network = read.network();
        var report = new Report(options.file(), read, network);
        for (var baseline : Contestant.Baseline.values()) {
            report.baseline(
                    baseline.name().toLowerCase(Locale.ROOT),
                    baseline.on(network).figures(network));
        }
        Contestant.profiles()
                .filter(name -> options.profile().map(name::equals).orElse(true))
                .forEach(name ->
                        report.profile(name, Contestant.profile(name, network).figures(network)));
        return report;
    }

    /** What was asked for on the command line. */
    private record Options(Path file, Optional<String> profile, boolean json) {

        static Options of(String[] args) {
            Path file = null;
            String profile = null;
            boolean json = false;
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--json")) {
                    json = true;
                } else if (args[i].equals("--profile")) {
                    require(i + 1 < args.length, "--profile needs a name");
                    profile = args[++i];
                } else {
                    require(!args[i].startsWith("-"), "there is no option " + args[i]);
                    require(file == null, "one FILE at a time");
                    file = Path.of(args[i]);
                }
            }
            require(file != null, "FILE is missing");
            require(
                    profile == null || Contestant.profiles().anyMatch(profile::equals),
                    "there is no profile " + profile);
            return new Options(file, Optional.ofNullable(profile), json);
        }

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
