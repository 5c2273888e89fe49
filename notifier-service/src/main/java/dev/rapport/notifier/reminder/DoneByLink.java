package dev.rapport.notifier.reminder;

import dev.rapport.notifier.channel.Link;
import dev.rapport.notifier.channel.LinkAction;
import dev.rapport.notifier.channel.LinkHandler;
import dev.rapport.notifier.channel.LinkPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Closes a reminder by a link of its mail. */
@ApplicationScoped
class DoneByLink implements LinkHandler {

    @Inject
    LinkedReminder reminder;

    @Override
    public LinkAction action() {
        return LinkAction.DONE;
    }

    @Override
    public LinkPage offer(Link link) {
        return reminder.offer(link, "Are you done with this?", "It is done");
    }

    @Override
    public LinkPage act(Link link) {
        return reminder.done(link);
    }
}
