package dev.rapport.engagement.relevance;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.scoring.Noise;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What happened lately with some contacts, as their trends need it: a bounded look into the index of each. */
@ApplicationScoped
class RecentTouches {

    /** Of a contact with which more happened lately, the trend is that since the oldest of these. */
    static final int MOST = 200;

    private static final String RECENT = """
        select k.contact_id, g.member, i.id, i.occurred_at, i.kind, i.direction
        from unnest(:contacts::uuid[]) as k (contact_id)
        cross join lateral (
            select k.contact_id as member
            union
            select m.contact_id from directory_contact m
            where m.workspace_id = :workspace and m.survivor_id = k.contact_id) g
        cross join lateral (
            (select i.id, i.occurred_at, i.kind, i.direction from interaction i
            where i.workspace_id = :workspace and i.contact_id = g.member and i.occurred_at > :since
              and i.contact_id is not null and i.retracted_at is null
              and i.kind || ' ' || i.direction <> all (:noise::text[])
            order by i.occurred_at desc, i.id desc limit :most)
            union all
            (select i.id, i.occurred_at, i.kind, i.direction from interaction i
            where i.workspace_id = :workspace and i.contact_id = g.member and i.occurred_at <= :since
              and i.contact_id is not null and i.retracted_at is null
              and i.kind || ' ' || i.direction <> all (:noise::text[])
            order by i.occurred_at desc, i.id desc limit 1)) i
        """;

    /**
     * Of one contact.
     *
     * @param since what is newer is told completely
     */
    record Recent(Instant since, List<Touch> touches) {}

    private final WorkspaceSql sql;

    @Inject
    RecentTouches(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** What is newer than an instant, and the last one before, by contact; a contact with neither is left out. */
    Map<UUID, Recent> of(Collection<UUID> contacts, Instant since, ScoringProfile profile) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        var parameters = Map.of("contacts", contacts, "since", since, "most", MOST, "noise", Noise.of(profile));
        var found = new HashMap<UUID, Collected>();
        sql.list(RECENT, parameters, row -> found.computeIfAbsent(
                        row.getObject("contact_id", UUID.class), id -> new Collected(since))
                .add(row.getObject("member", UUID.class), touch(row)));
        var recent = new HashMap<UUID, Recent>();
        found.forEach((contact, collected) -> recent.put(contact, collected.recent()));
        return recent;
    }

    private static Touch touch(ResultSet row) throws SQLException {
        return new Touch(
                row.getObject("id", UUID.class),
                instant(row, "occurred_at"),
                InteractionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Direction.valueOf(row.getString("direction")));
    }

    /** The rows of one contact and of all that are merged into it. */
    private static final class Collected {
        private final Instant since;
        private final Map<UUID, List<Touch>> byMember = new HashMap<>();

        Collected(Instant since) {
            this.since = since;
        }

        Touch add(UUID member, Touch touch) {
            byMember.computeIfAbsent(member, id -> new ArrayList<>()).add(touch);
            return touch;
        }

        /** Where not all could be told, completeness begins at the oldest that was. */
        Recent recent() {
            var from = since;
            for (var touches : byMember.values()) {
                var newer = touches.stream()
                        .map(Touch::at)
                        .filter(at -> at.isAfter(since))
                        .sorted()
                        .toList();
                if (newer.size() == MOST && newer.get(0).isAfter(from)) {
                    from = newer.get(0);
                }
            }
            return new Recent(
                    from, byMember.values().stream().flatMap(List::stream).toList());
        }
    }
}
