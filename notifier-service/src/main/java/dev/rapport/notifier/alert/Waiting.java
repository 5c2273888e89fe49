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
 * @param about the contact that stands for it, with its owner; empty when it is gone
 * @param toldBy the notification of the reminder of the same cause, where the member was told of that
 */
record Waiting(ContactKey queuedFor, String cause, Optional<About> about, Optional<UUID> toldBy) {

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
