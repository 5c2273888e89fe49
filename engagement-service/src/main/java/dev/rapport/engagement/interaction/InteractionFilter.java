package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which interactions a list shows; what is null does not matter.
 *
 * @param owner the member whose contact it was when it was recorded
 * @param kinds empty for all
 * @param since the earliest, itself included
 * @param until the first that is too late
 * @param retracted whether to show what was taken back, instead of what counts
 */
record InteractionFilter(
        UUID contact,
        String owner,
        List<InteractionKind> kinds,
        Direction direction,
        Instant since,
        Instant until,
        String source,
        boolean retracted) {

    /** Reads {@code kind=call,meeting}; all kinds when there is none. */
    static List<InteractionKind> kinds(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1)).map(InteractionFilter::kind).toList();
    }

    /** Names the list in its cursors: that of another filter is refused. */
    String name() {
        return "interactions:" + UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What an index does not narrow down. */
    String conditions() {
        return (kinds.isEmpty() ? "" : " and i.kind = any (:kinds)")
                + (direction == null ? "" : " and i.direction = :direction")
                + (source == null ? "" : " and i.source = :source")
                + (owner == null ? "" : " and i.owner = :owner");
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("owner", owner);
        parameters.put("kinds", kinds.stream().map(InteractionKind::json).toList());
        parameters.put("direction", direction == null ? null : direction.name());
        parameters.put("source", source);
        parameters.put("since", since == null ? "-infinity" : since.toString());
        return parameters;
    }

    private static InteractionKind kind(String text) {
        return Arrays.stream(InteractionKind.values())
                .filter(kind -> kind.json().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "kind",
                        "must list any of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(InteractionKind.values())
                                                .map(InteractionKind::json)
                                                .toList())));
    }
}
