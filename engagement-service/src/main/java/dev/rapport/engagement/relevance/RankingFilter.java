package dev.rapport.engagement.relevance;

import dev.rapport.events.Band;
import dev.rapport.events.Relationship;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which contacts the ranking tells.
 *
 * @param owner only this member's; null for all
 * @param bands only those in one of these; none named for all
 * @param circle only those in it; null for all
 * @param relationship only those of this relationship; null for all
 * @param owed only those between whom and their owner this side owes an answer; null for all
 */
public record RankingFilter(String owner, Set<Band> bands, UUID circle, Relationship relationship, Owed owed) {

    /** Whether it asks for what no index of ties is sorted by. */
    boolean asksTheDirectory() {
        return circle != null || relationship != null;
    }

    /** The list that a cursor belongs to. */
    String list(Sort sort) {
        var names = new TreeSet<>(bands).stream().map(Band::json).collect(Collectors.joining(","));
        return "relevance:%s:%s:%s:%s:%s:%s"
                .formatted(sort, text(owner), names, text(circle), text(relationship), text(owed));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
