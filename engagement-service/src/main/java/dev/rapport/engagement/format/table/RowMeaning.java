package dev.rapport.engagement.format.table;

import dev.rapport.engagement.format.CsvMapping;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;

/** What the cells of a row mean. */
final class RowMeaning {

    private RowMeaning() {}

    /** When it happened, after 1970. */
    static Instant occurredAt(Cells row, CellDates dates) throws FaultyField {
        var day = row.first("occurredAt");
        var time = row.first("time");
        if (day.isEmpty()) {
            throw new FaultyField("occurredAt", "is missing");
        }
        return dates.parse(time.isEmpty() ? day : day + " " + time)
                .or(() -> dates.parse(day))
                .filter(it -> it.isAfter(Instant.EPOCH))
                .orElseThrow(
                        () -> new FaultyField("occurredAt", "is no date since 1970, such as 2026-03-01T09:30:00Z"));
    }

    /** What it was: as the row says, else as the mapping says for all rows; a number with a duration is a call. */
    static InteractionKind kind(Cells row, CsvMapping mapping) throws FaultyField {
        var text = row.first("kind");
        var kind = Words.kind(text);
        if (kind.isPresent()) {
            return kind.get();
        }
        if (text.isEmpty() || Words.direction(text).isPresent()) {
            boolean isCall =
                    !row.first("phone").isEmpty() && !row.first("duration").isEmpty();
            if (mapping.kind() != null) {
                return mapping.kind();
            }
            if (isCall) {
                return InteractionKind.CALL;
            }
            throw new FaultyField("kind", "is missing: map a column to it, or state one kind for the whole file");
        }
        throw new FaultyField("kind", "is no kind of interaction, such as call, email, meeting or message");
    }

    /** Who turned to whom; both in a meeting or a call of which nothing else is said. */
    static Direction direction(Cells row, InteractionKind kind, CsvMapping mapping) throws FaultyField {
        var text = row.first("direction");
        var direction = Words.direction(text);
        if (direction.isPresent()) {
            return direction.get();
        }
        if (!text.isEmpty()) {
            throw new FaultyField("direction", "is none of outbound, inbound and mutual");
        }
        var byKind = Words.kind(row.first("kind")).isPresent()
                ? null
                : Words.direction(row.first("kind")).orElse(null);
        if (byKind != null || mapping.direction() != null) {
            return byKind != null ? byKind : mapping.direction();
        }
        if (kind == InteractionKind.MEETING || kind == InteractionKind.CALL) {
            return Direction.MUTUAL;
        }
        throw new FaultyField("direction", "is missing: map a column to it, or state one direction for the whole file");
    }

    /** How long it took; null when the row does not say, or says what cannot be. */
    static Integer seconds(Cells row) throws FaultyField {
        var text = row.first("duration");
        if (text.isEmpty()) {
            return null;
        }
        long seconds = Words.seconds(text)
                .orElseThrow(() -> new FaultyField("duration", "is no duration, such as 90, 1:30, 5 min or PT5M"));
        return seconds > FoundInteraction.LONGEST_SECONDS ? null : (Integer) (int) seconds;
    }
}
