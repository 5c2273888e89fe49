package dev.rapport.notifier.alert;

import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.reminder.Names;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the queue whose time has come.
 *
 * @param queuedFor the contact that it was queued under
 * @param happenedAt when it happened
 * @param unheard whether nothing was heard of that contact yet
 * @param about the contact that stands for it, with its owner; empty when it is gone
 * @param toldBy the notification of the reminder of the same cause, where the member was told of that
 */
record Waiting(
        ContactKey queuedFor,
        String cause,
        Instant happenedAt,
        boolean unheard,
        Optional<About> about,
        Optional<UUID> toldBy) {

    /**
     * Whether it is too early to judge: signals and contacts come by ways of their own, and the contact may be held up for as
     * long as it takes to notice that an instance has died. Not for ever: after this instant it must be known.
     */
    boolean isEarly(Instant since) {
        return unheard && happenedAt.isAfter(since);
    }

    /**
     * Whom and what it is about.
     *
     * @param kind of the signal or interaction, as in JSON
     * @param title of the signal, in the words of its source; null if there is none
     * @param link of the signal; null if there is none
     */
    record About(
            MemberKey member,
            UUID contactId,
            String name,
            String kind,
            String title,
            String link,
            Instant happenedAt,
            Preferences preferences,
            Candidate candidate) {

        About {
            name = Names.of(name);
        }
    }
}
