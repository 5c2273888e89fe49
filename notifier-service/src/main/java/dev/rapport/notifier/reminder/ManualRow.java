package dev.rapport.notifier.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * A reminder that a member sets, as it is written.
 *
 * @param contactId one that stands for itself
 * @param seriesId null for what comes once
 */
record ManualRow(UUID id, UUID contactId, UUID seriesId, ManualDetails details, Timing timing) {

    static ManualRow of(UUID contactId, ManualDetails details, Timing timing) {
        return of(UuidCreator.getTimeOrderedEpochPlus1(), contactId, details, timing);
    }

    /** The same for a reminder that there is already. Its series is a new one: of the old, this date may have come before. */
    static ManualRow of(UUID id, UUID contactId, ManualDetails details, Timing timing) {
        var seriesId = timing.series() == null ? null : UuidCreator.getTimeOrderedEpochPlus1();
        return new ManualRow(id, contactId, seriesId, details, timing);
    }

    String cause() {
        return seriesId == null ? "manual:" + id : "series:" + seriesId + ":" + date();
    }

    /** Null for what comes once. */
    String date() {
        return timing.date().map(Object::toString).orElse(null);
    }

    String localAt() {
        return timing.localAt() == null ? null : timing.localAt().toString();
    }
}
