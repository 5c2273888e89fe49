package dev.rapport.demo.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plain text in columns: the few functions that the pages are made of. */
final class Text {

    /** The widest line, in characters. */
    static final int WIDTH = 100;

    private static final double DAYS_OF_MONTH = 30.44;

    private Text() {}

    /** Exactly {@code width} characters: padded with blanks, or cut with an ellipsis. */
    static String fit(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - cut.length());
    }

    /** At most {@code width} characters. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + "…";
    }

    /** The text in the middle of a line. */
    static String centred(String text) {
        String cut = cut(text, WIDTH);
        return " ".repeat((WIDTH - cut.length()) / 2) + cut;
    }

    /** Lines of at most {@link #WIDTH} characters, each indented; a word that is too long is cut. */
    static List<String> wrapped(String text, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String fitting = cut(word, WIDTH - indent);
            if (line.length() > 0 && indent + line.length() + 1 + fitting.length() > WIDTH) {
                lines.add(" ".repeat(indent) + line);
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(fitting);
        }
        lines.add(" ".repeat(indent) + line);
        return lines;
    }

    /** A score of 0 to 100 as a bar of {@code width} characters. */
    static String bar(double score, int width) {
        int filled = (int) Math.round(Math.max(0, Math.min(100, score)) / 100 * width);
        return "#".repeat(filled) + ".".repeat(width - filled);
    }

    /** How far an instant lies from now: "3 days ago", "in 2 hours", "now"; "-" for none. */
    static String distance(Instant at, Instant now) {
        if (at == null) {
            return "-";
        }
        Duration between = Duration.between(at, now).abs();
        if (between.toMinutes() < 1) {
            return "now";
        }
        String amount = amount(between);
        return at.isAfter(now) ? "in " + amount : amount + " ago";
    }

    private static String amount(Duration duration) {
        if (duration.toMinutes() < 60) {
            return counted(duration.toMinutes(), "minute");
        }
        if (duration.toHours() < 48) {
            return counted(duration.toHours(), "hour");
        }
        if (duration.toDays() < 61) {
            return counted(duration.toDays(), "day");
        }
        long months = Math.round(duration.toDays() / DAYS_OF_MONTH);
        return months < 24 ? counted(months, "month") : counted(months / 12, "year");
    }

    /** "1 day", "2 days", "1,200 days". */
    static String counted(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }
}
