package dev.rapport.demo.report;

import dev.rapport.demo.report.Views.Reminder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reminders with their reasons: those due now, and the next ones. */
final class RemindersPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private RemindersPage() {}

    static List<String> lines(List<Reminder> reminders, Instant now, ZoneId zone) {
        var lines = new ArrayList<String>();
        for (Reminder reminder : reminders) {
            String told = MOMENT.format(reminder.toldAt().atZone(zone)) + ", " + Text.distance(reminder.toldAt(), now);
            lines.add(String.join(
                            " ",
                            " ",
                            Text.fit(words(reminder.kind()), 14),
                            Text.fit(reminder.contactName() == null ? "" : reminder.contactName(), 30),
                            told,
                            reminder.late() ? "(late)" : "")
                    .stripTrailing());
            if (reminder.reason() != null) {
                lines.addAll(Text.wrapped(reminder.reason(), 17));
            }
        }
        return lines;
    }

    /** {@code keep_in_touch} as people write it. */
    static String words(String kind) {
        return kind.replace('_', ' ');
    }
}
