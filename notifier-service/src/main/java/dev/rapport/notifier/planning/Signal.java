package dev.rapport.notifier.planning;

import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * One signal as planning sees it.
 *
 * @param title in the words of its source
 * @param happenedAt when it became public or, where that is not known, when it was seen
 * @param seenAt when Rapport learned of it
 */
public record Signal(UUID id, SignalKind kind, String title, Instant happenedAt, Instant seenAt) {

    /** The kinds that call for congratulations; a post is read, and a birthday has a reminder of its own. */
    public static final Set<SignalKind> CONGRATULATED = EnumSet.of(
            SignalKind.JOB_CHANGE,
            SignalKind.PROMOTION,
            SignalKind.DEGREE,
            SignalKind.NEW_PICTURE,
            SignalKind.ANNIVERSARY,
            SignalKind.MILESTONE);

    /** What a reminder names as its cause when this signal is it. */
    String cause() {
        return "signal:" + id;
    }
}
