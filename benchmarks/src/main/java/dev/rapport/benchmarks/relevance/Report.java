package dev.rapport.benchmarks.relevance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures of all rankings on one network, as a table for people or as JSON. */
final class Report {

    private static final int MOST_BAD_LINES = 20;

    private final Path file;
    private final NetworkFile read;
    private final Network network;
    private final Map<String, Figures> baselines = new LinkedHashMap<>();
    private final Map<String, Figures> profiles = new LinkedHashMap<>();

    Report(Path file, NetworkFile read, Network network) {
        this.file = file;
        this.read = read;
        this.network = network;
    }

    void baseline(String name, Figures figures) {
        baselines.put(name, figures);
    }

    void profile(String name, Figures figures) {
        profiles.put(name, figures);
    }

    String table() {
        var table = new StringBuilder();
        line(
                table,
                "%s: %,d messages, %,d people, %.0f days; dropped: %,d to oneself, %,d bad lines",
                file.getFileName(),
                network.messages(),
                network.people(),
                days(),
                read.selfLoops(),
                read.badLines().size());
        line(
                table,
                "%n%-13s| %-32s| %-32s| no contact in 14 days",
                "",
                "all: every next message",
                "reengage: silent for a day");
        line(
                table,
                "%-13s|    MRR  hit@1  hit@5  hit@10    |    MRR  hit@1  hit@5  hit@10    |    AUC  error  calibrated",
                "");
        baselines.forEach((name, figures) -> row(table, name, figures));
        profiles.forEach((name, figures) -> row(table, name, figures));
        var any = baselines.values().iterator().next();
        line(
                table,
                "%nmeasured on the last 40 %%: %,d events of all, %,d of reengage",
                any.all().events(),
                any.reengage().events());
        return table.toString();
    }

    private static void row(StringBuilder table, String name, Figures figures) {
        table.append(String.format(Locale.ROOT, "%-13s|", name));
        for (var ranks : new Ranks[] {figures.all(), figures.reengage()}) {
            for (double figure : new double[] {ranks.mrr(), ranks.hit(1), ranks.hit(5), ranks.hit(10)}) {
                table.append(cell(figure));
            }
            table.append("     |");
        }
        figures.drift().ifPresent(drift -> table.append(cell(drift.auc())));
        if (figures.tellsChances()) {
            table.append(cell(figures.calibrationError())).append("      ").append(cell(figures.calibratedError()));
        }
        table.append(System.lineSeparator());
    }

    private static String cell(double figure) {
        return Double.isNaN(figure) ? "      –" : String.format(Locale.ROOT, "%7.4f", figure);
    }

    private static void line(StringBuilder table, String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private double days() {
        return (double) (network.micros(network.messages() - 1) - network.micros(0)) / Network.DAY;
    }

    String json() throws IOException {
        var report = JsonNodeFactory.instance.objectNode();
        report.put("file", file.toString());
        report.put("messages", network.messages());
        report.put("people", network.people());
        report.put("from", network.at(0).toString());
        report.put("to", network.at(network.messages() - 1).toString());
        report.put("selfLoops", read.selfLoops());
        report.put("badLines", read.badLines().size());
        var bad = report.putArray("firstBadLines");
        read.badLines().stream()
                .limit(MOST_BAD_LINES)
                .forEach(line -> bad.addObject().put("line", line.number()).put("why", line.why()));
        var others = report.putObject("baselines");
        baselines.forEach((name, figures) -> others.set(name, json(figures)));
        var ours = report.putObject("profiles");
        profiles.forEach((name, figures) -> ours.set(name, json(figures)));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    private static ObjectNode json(Figures figures) {
        var node = JsonNodeFactory.instance.objectNode();
        node.set("all", json(figures.all()));
        node.set("reengage", json(figures.reengage()));
        figures.drift().ifPresent(judgements -> {
            var drift = node.putObject("drift");
            drift.put("judgements", judgements.size());
            number(drift, "silentShare", judgements.silentShare());
            number(drift, "auc", judgements.auc());
            if (figures.tellsChances()) {
                number(drift, "calibrationError", figures.calibrationError());
                number(drift, "calibratedError", figures.calibratedError());
            }
        });
        return node;
    }

    private static ObjectNode json(Ranks ranks) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("events", ranks.events());
        number(node, "mrr", ranks.mrr());
        number(node, "hit1", ranks.hit(1));
        number(node, "hit5", ranks.hit(5));
        number(node, "hit10", ranks.hit(10));
        return node;
    }

    /** JSON has no word for what is not a number. */
    private static void number(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
