package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that tell reminders, or put them off. */
final class TellingSql {

    private static final String TOLD_TODAY = """
            select day.workspace_id, day.owner, count(*)
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as day (workspace_id, owner, began_at)
            join reminder r on r.workspace_id = day.workspace_id and r.owner = day.owner and r.told_at >= day.began_at
            group by day.workspace_id, day.owner""";

    private static final String TELL = """
            update reminder r set state = 'due', told_at = clock.now, updated_at = clock.now, late = told.late,
                notification_id = told.notification_id, version = r.version + 1
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bool[])
                    as told (workspace_id, id, notification_id, late),
                (select ?::timestamptz as now) as clock
            where r.workspace_id = told.workspace_id and r.id = told.id""";

    private static final String PUT_OFF = """
            update reminder r set wake_at = off.until, version = r.version + 1
            from unnest(?::text[], ?::uuid[], ?::timestamptz[]) as off (workspace_id, id, until)
            where r.workspace_id = off.workspace_id and r.id = off.id""";

    private TellingSql() {}

    /** How many reminders each member was told since the member's local midnight. */
    static Map<MemberKey, Integer> toldToday(Connection transaction, List<Waking> waking, Instant now)
            throws SQLException {
        var days = waking.stream()
                .collect(Collectors.toMap(
                        Waking::member, it -> it.preferences().schedule().startOfDay(now), (one, other) -> one));
        try (var query = transaction.prepareStatement(TOLD_TODAY)) {
            Columns.of(query, List.copyOf(days.entrySet()))
                    .text(day -> day.getKey().workspace())
                    .text(day -> day.getKey().member())
                    .instant(Map.Entry::getValue);
            try (var rows = query.executeQuery()) {
                var told = new HashMap<MemberKey, Integer>();
                while (rows.next()) {
                    told.put(new MemberKey(rows.getString(1), rows.getString(2)), rows.getInt(3));
                }
                return told;
            }
        }
    }

    static void tell(Connection transaction, List<Told> told, Instant now) throws SQLException {
        try (var tell = transaction.prepareStatement(TELL)) {
            Columns.of(tell, told)
                    .text(it -> it.waking().member().workspace())
                    .uuid(it -> it.waking().id())
                    .uuid(Told::notificationId)
                    .flag(Told::late)
                    .update(now);
        }
    }

    static void putOff(Connection transaction, List<PutOff> putOff) throws SQLException {
        try (var update = transaction.prepareStatement(PUT_OFF)) {
            Columns.of(update, putOff)
                    .text(PutOff::workspace)
                    .uuid(PutOff::id)
                    .instant(PutOff::until)
                    .update();
        }
    }
}
