package dev.rapport.engagement.relevance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.rapport.engagement.scoring.Tie;
import java.time.Instant;
import java.util.Locale;

/** Whose answer is waited for: whoever turned to the other last, and was not answered since, waits. */
public enum Owed {
    /** The owner has not answered the contact. */
    MINE,
    /** The contact has not answered the owner. */
    THEIRS;

    /** Whether this side owes the other an answer. */
    public boolean isBy(Tie tie) {
        var asked = askedAt(tie);
        var answered = answeredAt(tie);
        return asked != null && (answered == null || asked.isAfter(answered));
    }

    /** When the other side last turned to this one; null if never. */
    public Instant askedAt(Tie tie) {
        return this == MINE ? tie.lastInboundAt() : tie.lastOutboundAt();
    }

    /** When this side last turned to the other one; null if never. */
    public Instant answeredAt(Tie tie) {
        return this == MINE ? tie.lastOutboundAt() : tie.lastInboundAt();
    }

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
