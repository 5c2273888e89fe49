package dev.rapport.engagement.timeline;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Interactions and signals of contacts that are one, in one order. */
@ApplicationScoped
class Timeline {

    /**
     * Which of them a list shows. Each but the contact is optional.
     *
     * @param kind of an interaction or of a signal, in its JSON form
     * @param since from this instant on
     * @param until before this instant
     */
    record Filter(UUID contact, TimelineType type, String kind, Instant since, Instant until) {
        String list() {
            return "timeline:"
                    + String.join(
                            ":",
                            List.of(
                                    contact.toString(),
                                    Objects.toString(type),
                                    Objects.toString(kind),
                                    Objects.toString(since),
                                    Objects.toString(until)));
        }
    }

    /** Of each contact a page of interactions and one of signals, each read from its index in order; of these the newest. */
    static final String NEWEST = """
            select x.* from unnest(:contacts) as g (contact_id) cross join lateral (
                (select 'interaction' as type, i.id, i.contact_id, i.owner, i.occurred_at as at, i.kind, i.direction,
                    i.channel, i.subject as title, i.excerpt, null::text as link, null::text[] as topics, i.source,
                    i.external_id
                from interaction i
                where i.workspace_id = :workspace and i.contact_id is not null and i.retracted_at is null
                  and coalesce(:type::text, 'interaction') = 'interaction' and (:kind::text is null or i.kind = :kind::text)
                  and (i.contact_id, i.occurred_at, i.id) < (g.contact_id, :before::timestamptz, :beforeId)
                  and (i.contact_id, i.occurred_at) >= (g.contact_id, :since::timestamptz)
                order by i.contact_id desc, i.occurred_at desc, i.id desc limit :rows)
                union all
                (select 'signal', s.id, s.contact_id, s.owner, s.at, s.kind, null, null, s.title, null, s.link, s.topics,
                    s.source, s.external_id
                from signal s
                where s.workspace_id = :workspace and s.contact_id is not null and s.retracted_at is null
                  and s.same_as is null and coalesce(:type::text, 'signal') = 'signal'
                  and (:kind::text is null or s.kind = :kind::text)
                  and (s.contact_id, s.at, s.id) < (g.contact_id, :before::timestamptz, :beforeId)
                  and (s.contact_id, s.at) >= (g.contact_id, :since::timestamptz)
                order by s.contact_id desc, s.at desc, s.id desc limit :rows)
            ) x
            order by x.at desc, x.id desc
            limit :rows""";

    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final WorkspaceSql sql;

    @Inject
    Timeline(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** What happened with these contacts, the newest first. */
    Page<TimelineItem> newest(List<UUID> contacts, Filter filter, int limit, String cursor) {
        var rows = sql.list(NEWEST, parameters(contacts, filter, limit, cursor), TimelineItem::read);
        return Page.of(rows, limit, last -> Cursor.of(filter.list(), last.at(), last.id()));
    }

    private static Map<String, Object> parameters(List<UUID> contacts, Filter filter, int limit, String cursor) {
        var start = filter.until() == null
                ? new Position("infinity", LAST_ID)
                : new Position(text(filter.until()), FIRST_ID);
        var position = Cursor.read(filter.list(), cursor, Position::of).orElse(start);
        var parameters = new HashMap<String, Object>();
        parameters.put("contacts", contacts);
        parameters.put("type", filter.type() == null ? null : filter.type().json());
        parameters.put("kind", filter.kind());
        parameters.put("before", position.before);
        parameters.put("beforeId", position.id);
        parameters.put("since", filter.since() == null ? "-infinity" : text(filter.since()));
        parameters.put("rows", limit + 1);
        return parameters;
    }

    /** PostgreSQL's calendar is shorter than Java's; nothing lies beyond these years. */
    private static String text(Instant at) {
        var year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year > 9999) {
            return "infinity";
        }
        return year < 1 ? "-infinity" : at.toString();
    }

    private record Position(String before, UUID id) {
        static Position of(List<String> key) {
            return new Position(Instant.parse(key.get(0)).toString(), UUID.fromString(key.get(1)));
        }
    }
}
