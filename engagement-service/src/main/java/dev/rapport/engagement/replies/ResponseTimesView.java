package dev.rapport.engagement.replies;

import dev.rapport.engagement.relevance.Owed;
import dev.rapport.events.Band;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long answers took in a period. */
@Schema(name = "ResponseTimes")
record ResponseTimesView(
        @Schema(description = "Later than asked for when more happened in the period than is looked at.")
        Instant from,

        Instant to,

        @Schema(description = "What contacts sent, and owners answered.")
        AnswerTimes mine,

        @Schema(description = "What owners sent, and contacts answered.")
        AnswerTimes theirs,

        @Schema(description = "By the band in which the contact is now; bands without messages are left out.")
        List<OfBand> byBand,

        @Schema(description = "By the kind of the message that was answered.")
        List<OfKind> byKind) {

    /** Of the contacts in one band. */
    @Schema(name = "ResponseTimesOfBand")
    record OfBand(Band band, AnswerTimes mine, AnswerTimes theirs) {}

    /** Of the messages of one kind. */
    @Schema(name = "ResponseTimesOfKind")
    record OfKind(InteractionKind kind, AnswerTimes mine, AnswerTimes theirs) {}

    static ResponseTimesView of(Instant from, Instant to, List<Turn> turns) {
        return new ResponseTimesView(
                from,
                to,
                times(turns, Owed.MINE),
                times(turns, Owed.THEIRS),
                grouped(turns, Turn::band).entrySet().stream()
                        .map(it -> new OfBand(
                                it.getKey(), times(it.getValue(), Owed.MINE), times(it.getValue(), Owed.THEIRS)))
                        .toList(),
                grouped(turns, Turn::kind).entrySet().stream()
                        .map(it -> new OfKind(
                                it.getKey(), times(it.getValue(), Owed.MINE), times(it.getValue(), Owed.THEIRS)))
                        .toList());
    }

    private static <K> TreeMap<K, List<Turn>> grouped(List<Turn> turns, Function<Turn, K> by) {
        return turns.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static AnswerTimes times(Collection<Turn> turns, Owed side) {
        return AnswerTimes.of(turns.stream().filter(turn -> turn.side() == side).toList());
    }
}
