package dev.rapport.notifier.edition.content;

import dev.rapport.events.Band;
import dev.rapport.notifier.relevance.Strength;
import java.util.UUID;

/**
 * Whom an item is about.
 *
 * @param contactId the contact, or the one that stands for it
 * @param contactName null for a contact that was deleted
 * @param score its relevance when the edition is composed, 0..100
 */
public record About(UUID contactId, String contactName, double score) {

    Band band() {
        return Strength.band(score);
    }

    /** To one decimal: an edition is read for a day, and a tie decays by the second. */
    double roundedScore() {
        return Math.round(score * 10) / 10.0;
    }
}
