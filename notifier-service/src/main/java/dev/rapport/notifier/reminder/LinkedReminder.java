package dev.rapport.notifier.reminder;

import dev.rapport.notifier.channel.Link;
import dev.rapport.notifier.channel.LinkPage;
import dev.rapport.notifier.channel.LinkWords;
import dev.rapport.notifier.planning.ReminderState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** What the links in mails do with a reminder. */
@ApplicationScoped
class LinkedReminder {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    Reminders reminders;

    @Inject
    ActOnReminder act;

    @Inject
    Clock clock;

    /** A page with one button, about the link's reminder. */
    LinkPage offer(Link link, LinkWords words, String question, String button) {
        return words.page(question, about(reminders.require(link.subject())), button);
    }

    LinkPage done(Link link, LinkWords words) {
        try {
            return words.told(words.isDone(), about(act.act(link.subject(), Action.done(null))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What rests already is left alone, so that a second click does not put it off further. */
    LinkPage snooze(Link link, LinkWords words) {
        try {
            var reminder = reminders.require(link.subject());
            if (reminder.state() != ReminderState.SNOOZED) {
                reminder = act.act(link.subject(), Action.snooze(clock.instant().plus(A_DAY)));
            }
            return words.told(words.isSnoozed(), about(reminder));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String about(ReminderView reminder) {
        return reminder.contactName() == null ? reminder.reason() : reminder.contactName() + ": " + reminder.reason();
    }
}
