package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.edition.content.Trend;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the course of the ties that editions show. */
final class TrendSql {

    private static final double SECONDS_PER_WEEK = 7 * 86_400;

    private static final String READ = """
            select k.workspace_id, k.contact_id, v.half_life_s, v.kappa,
                floor(extract(epoch from clock.now - t.occurred_at) / 604800)::int as weeks_ago, count(*) as touches
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            cross join (select ?::timestamptz as now) as clock
            join relevance v on v.workspace_id = k.workspace_id and v.contact_id = k.contact_id and not v.removed
            cross join lateral (
                select k.contact_id as contact_id union
                select m.contact_id from contact m
                where m.workspace_id = k.workspace_id and m.survivor_id = k.contact_id) g
            join touch t on t.workspace_id = k.workspace_id and t.contact_id = g.contact_id and not t.retracted
            where t.occurred_at <= clock.now and t.occurred_at > clock.now - interval '%d weeks'
                and t.kind not in ('pitch', 'note')
            group by 1, 2, 3, 4, 5""".formatted(Trend.WEEKS_COUNTED);

    private TrendSql() {}

    /** Only of contacts whose tie is known and has a course to show. */
    static Map<ContactKey, List<Integer>> read(Connection transaction, Collection<ContactKey> contacts, Instant now)
            throws SQLException {
        var shapes = new HashMap<ContactKey, Trend>();
        var touches = new HashMap<ContactKey, Map<Integer, Integer>>();
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, List.copyOf(contacts)).text(ContactKey::workspace).uuid(ContactKey::contactId);
            query.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var contact = ContactKey.read(rows, "contact_id");
                    shapes.put(
                            contact,
                            new Trend(rows.getDouble("half_life_s") / SECONDS_PER_WEEK, rows.getDouble("kappa")));
                    touches.computeIfAbsent(contact, any -> new HashMap<>())
                            .put(rows.getInt("weeks_ago"), rows.getInt("touches"));
                }
            }
        }
        var courses = new HashMap<ContactKey, List<Integer>>();
        shapes.forEach((contact, shape) -> courses.put(contact, shape.of(touches.get(contact))));
        return courses;
    }
}
