package dev.rapport.notifier.planning;

import dev.rapport.events.Cadence;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The few touches of a contact that decide its reminders. The database finds them by index; {@link #of} is the definition.
 *
 * @param last the latest contact of any kind
 * @param lastCounting the latest one that counts for the cadence
 * @param owed the earliest inbound one that nothing answered
 * @param reachedOutAt when the owner last took part in a contact
 */
public record Touches(
        Optional<Touch> last, Optional<Touch> lastCounting, Optional<Touch> owed, Optional<Instant> reachedOutAt) {

    /** No touch is known. */
    public static final Touches NONE =
            new Touches(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Finds the deciding touches among all of a contact's, in whatever order they come.
     *
     * @param cadence whose kinds count; null when the contact has none
     * @param settledAt when the member last closed a reply_owed reminder; null if never
     */
    public static Touches of(Collection<Touch> all, Cadence cadence, Instant settledAt) {
        var last = all.stream().filter(Touch::isContact).max(Touch.BY_TIME);
        var counting = cadence == null
                ? Optional.<Touch>empty()
                : all.stream().filter(touch -> cadence.counts(touch.kind())).max(Touch.BY_TIME);
        var answeredAt = all.stream()
                .filter(touch -> touch.direction().answers())
                .map(Touch::occurredAt)
                .max(Instant::compareTo);
        var owed = all.stream()
                .filter(Touch::asksForReply)
                .filter(touch -> answeredAt.isEmpty() || touch.occurredAt().isAfter(answeredAt.get()))
                .filter(touch -> settledAt == null || touch.occurredAt().isAfter(settledAt))
                .min(Touch.BY_TIME);
        var reachedOutAt = all.stream()
                .filter(touch -> touch.direction().answers() && touch.isContact())
                .map(Touch::occurredAt)
                .max(Instant::compareTo);
        return new Touches(last, counting, owed, reachedOutAt);
    }
}
