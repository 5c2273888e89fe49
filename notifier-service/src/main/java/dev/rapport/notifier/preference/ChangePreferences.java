package dev.rapport.notifier.preference;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import javax.sql.DataSource;

/** Replaces a member's preferences and plans anew by them, in one transaction. */
@ApplicationScoped
class ChangePreferences {

    private static final String KEEP = """
            insert into preference as kept (workspace_id, member, time_zone, edition_time, email, email_enabled,
                reply_time, daily_cap, updated_at)
            values (:workspace, :member, :timeZone, :editionTime, :email::text, :emailEnabled, :replyTime, :dailyCap,
                :now)
            on conflict (workspace_id, member) do update set time_zone = excluded.time_zone,
                edition_time = excluded.edition_time, email = excluded.email, email_enabled = excluded.email_enabled,
                reply_time = excluded.reply_time, daily_cap = excluded.daily_cap, updated_at = excluded.updated_at""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Event<PreferencesChanged> changed;

    @Transactional(rollbackOn = SQLException.class)
    Preferences change(Preferences preferences) throws SQLException {
        var key = new MemberKey(member.workspace(), member.id());
        try (var connection = database.getConnection()) {
            Locks.changing(connection, key);
        }
        var values = new HashMap<String, Object>();
        values.put("member", key.member());
        values.put("timeZone", preferences.timeZone());
        values.put("editionTime", preferences.editionTime());
        values.put("email", preferences.email());
        values.put("emailEnabled", preferences.emailEnabled());
        values.put("replyTime", preferences.replyTime());
        values.put("dailyCap", preferences.dailyCap());
        values.put("now", clock.instant());
        sql.update(KEEP, values);
        changed.fire(new PreferencesChanged(key));
        return preferences;
    }
}
