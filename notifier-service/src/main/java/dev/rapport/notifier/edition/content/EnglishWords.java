package dev.rapport.notifier.edition.content;

import dev.rapport.events.Band;
import dev.rapport.events.SignalKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** An edition in English. */
final class EnglishWords implements Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    @Override
    public String paper() {
        return "The Rapport";
    }

    @Override
    public String nothingToday() {
        return "Nothing needs you today";
    }

    @Override
    public String section(String kind) {
        return switch (kind) {
            case "replies_owed" -> "Replies owed";
            case "congratulations" -> "Congratulations";
            case "drifting" -> "Drifting away";
            case "reminders" -> "Due today";
            case "news" -> "News";
            default -> "Pitches and strangers";
        };
    }

    @Override
    public String news(String name, SignalKind kind, String title) {
        var what =
                switch (kind) {
                    case POST -> "posted";
                    case JOB_CHANGE -> "has a new job";
                    case PROMOTION -> "was promoted";
                    case DEGREE -> "has a new degree";
                    case NEW_PICTURE -> "has a new picture";
                    case BIRTHDAY -> "has a birthday";
                    case ANNIVERSARY -> "has an anniversary";
                    case MILESTONE -> "reached a milestone";
                    default -> "is in the news";
                };
        return Words.with(who(name) + " " + what, title);
    }

    @Override
    public String pitched(String name, int times) {
        return who(name) + (times == 1 ? " sent a pitch" : " sent " + times + " pitches");
    }

    @Override
    public String stranger(String name, int times) {
        return who(name) + " got in touch" + (times == 1 ? "" : " " + times + " times") + "; you never wrote to them";
    }

    @Override
    public String editionOf(LocalDate date) {
        return "Your edition of " + date(date);
    }

    @Override
    public String count(int items) {
        return items == 0 ? nothingToday() : items == 1 ? "1 thing worth a look" : items + " things worth a look";
    }

    @Override
    public String band(Band band) {
        return band.json();
    }

    @Override
    public String late() {
        return "Late edition: this one came later than you wished.";
    }

    @Override
    public String trend(Band band) {
        return "The tie over the last 26 weeks; now " + band(band);
    }

    @Override
    public String draft() {
        return "A line to send";
    }

    @Override
    public String read() {
        return "Read it";
    }

    @Override
    public String onThePage() {
        return "Read this edition as a page";
    }

    @Override
    public String more(int items) {
        return "(and " + items + " more)";
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    private static String who(String name) {
        return Objects.requireNonNullElse(name, "Somebody");
    }
}
