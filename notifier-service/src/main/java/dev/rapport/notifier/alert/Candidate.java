package dev.rapport.notifier.alert;

import dev.rapport.notifier.planning.LocalSchedule;
import java.time.Instant;

/**
 * Something that may be worth an alert, with all that decides.
 *
 * @param stands whether it is still so: neither taken back nor, for a message, answered or behind an earlier unanswered one
 * @param known whether the owner ever reached out to the contact, or set a cadence for it: a stranger never alerts
 * @param muted whether the owner does not want to hear of the contact
 * @param score the contact's relevance now, 0..100
 * @param threshold the relevance from which the member wants alerts, 0..100
 * @param schedule when the member may be disturbed
 */
record Candidate(boolean stands, boolean known, boolean muted, double score, int threshold, LocalSchedule schedule) {

    /** What becomes of a candidate. */
    enum Verdict {
        /** The member is told now. */
        RAISE,
        /** The member is told when the quiet time is over, if it still stands then. */
        HOLD,
        /** It waits for the edition, as everything does. */
        LEAVE
    }

    Verdict verdict(Instant now) {
        if (!stands || !known || muted || score < threshold) {
            return Verdict.LEAVE;
        }
        return schedule.awake(now).isAfter(now) ? Verdict.HOLD : Verdict.RAISE;
    }
}
