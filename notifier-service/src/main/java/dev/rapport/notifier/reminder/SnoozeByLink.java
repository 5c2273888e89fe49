package dev.rapport.notifier.reminder;

import dev.rapport.notifier.channel.Link;
import dev.rapport.notifier.channel.LinkAction;
import dev.rapport.notifier.channel.LinkHandler;
import dev.rapport.notifier.channel.LinkPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts off a reminder by a link of its mail. */
@ApplicationScoped
class SnoozeByLink implements LinkHandler {

    @Inject
    LinkedReminder reminder;

    @Override
    public LinkAction action() {
        return LinkAction.SNOOZE;
    }

    @Override
    public LinkPage offer(Link link) {
        return reminder.offer(link, "Remind you again tomorrow?", "Remind me tomorrow");
    }

    @Override
    public LinkPage act(Link link) {
        return reminder.snooze(link);
    }
}
