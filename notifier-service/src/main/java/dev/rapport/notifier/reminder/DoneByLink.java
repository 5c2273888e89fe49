package dev.rapport.notifier.reminder;

import dev.rapport.notifier.channel.Link;
import dev.rapport.notifier.channel.LinkAction;
import dev.rapport.notifier.channel.LinkHandler;
import dev.rapport.notifier.channel.LinkPage;
import dev.rapport.notifier.channel.LinkWords;
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
    public LinkPage offer(Link link, LinkWords words) {
        return reminder.offer(link, words, words.askDone(), words.sayDone());
    }

    @Override
    public LinkPage act(Link link, LinkWords words) {
        return reminder.done(link, words);
    }
}
