package dev.rapport.engagement.interaction;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** What an occasion becomes when its source tells it otherwise than before. */
final class Retold {

    private Retold() {}

    /**
     * The stored occasion with the content and the participants that were sent. Who took part before keeps the row, if there
     * is still one at its position; the others get those that are free, or new ones.
     */
    static Interaction occasion(Interaction stored, Interaction sent) {
        var named = new LinkedHashSet<Named>();
        sent.rows().forEach(row -> named.add(row.named()));
        var kept = new HashMap<Integer, Interaction>();
        stored.rows().stream()
                .filter(row -> row.position() < named.size())
                .forEach(row -> kept.put(row.position(), row));
        var coming = new LinkedHashSet<>(named);
        kept.values().forEach(row -> coming.remove(row.named()));
        var free = new ArrayDeque<>(coming);
        var first = kept.containsKey(0) ? kept.get(0).id() : UuidCreator.getTimeOrderedEpochPlus1();
        var rows = new ArrayList<Interaction>();
        for (int position = 0; position < named.size(); position++) {
            var row = kept.get(position);
            if (row == null) {
                var id = position == 0 ? first : UuidCreator.getTimeOrderedEpochPlus1();
                rows.add(added(id, position, free.poll(), stored, sent));
            } else {
                rows.add(named.contains(row.named()) ? row : row.with(free.poll()));
            }
        }
        return told(rows, named.size() == 1 ? null : first, stored, sent);
    }

    private static Interaction told(List<Interaction> rows, UUID occasion, Interaction stored, Interaction sent) {
        var content = content(stored, sent);
        var told = rows.stream()
                .map(row -> row.retold(occasion, content, sent.origin()))
                .toList();
        return told.get(0).with(told.subList(1, told.size()));
    }

    /** What does not say when it happened happened when it was first recorded. */
    private static Content content(Interaction stored, Interaction sent) {
        boolean saysWhen = !sent.content().occurredAt().equals(sent.recordedAt());
        return saysWhen ? sent.content() : sent.content().at(stored.content().occurredAt());
    }

    private static Interaction added(UUID id, int position, Named named, Interaction stored, Interaction sent) {
        return new Interaction(
                sent.workspace(),
                id,
                null,
                position,
                null,
                null,
                named,
                sent.content(),
                sent.recordedAt(),
                sent.origin(),
                1,
                stored.retractedAt(),
                List.of());
    }
}
