package dev.rapport.notifier.preference;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.planning.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Replaces a member's preferences and plans anew by them, in one transaction. */
@ApplicationScoped
class ChangePreferences {

    private static final String KEEP = """
            insert into preference as kept (workspace_id, member, time_zone, edition_time, edition_days, quiet_from, quiet_to,
                email, email_enabled, reply_time, follow_up_after, daily_cap, alert_threshold, channels, language,
                interests, empty_edition, updated_at)
            values (:workspace, :member, :timeZone, :editionTime, :editionDays, :quietFrom::time, :quietTo::time,
                :email::text, :emailEnabled, :replyTime, :followUpAfter, :dailyCap, :alertThreshold, :channels::jsonb,
                :language, :interests, :emptyEdition, :now)
            on conflict (workspace_id, member) do update set time_zone = excluded.time_zone,
                edition_time = excluded.edition_time, edition_days = excluded.edition_days,
                quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, email = excluded.email,
                email_enabled = excluded.email_enabled, reply_time = excluded.reply_time,
                follow_up_after = excluded.follow_up_after, daily_cap = excluded.daily_cap,
                alert_threshold = excluded.alert_threshold, channels = excluded.channels, language = excluded.language,
                interests = excluded.interests, empty_edition = excluded.empty_edition,
                updated_at = excluded.updated_at""";

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
        var values = values(preferences);
        values.put("member", key.member());
        values.put("now", clock.instant());
        sql.update(KEEP, values);
        changed.fire(new PreferencesChanged(key));
        return preferences;
    }

    private static Map<String, Object> values(Preferences preferences) {
        var values = new HashMap<String, Object>();
        values.put("timeZone", preferences.timeZone());
        values.put("editionTime", preferences.editionTime());
        values.put(
                "editionDays",
                preferences.editionDays().stream().sorted().map(DayOfWeek::name).toList());
        var quiet = Optional.ofNullable(preferences.quietHours());
        values.put("quietFrom", quiet.map(QuietHours::from).orElse(null));
        values.put("quietTo", quiet.map(QuietHours::to).orElse(null));
        values.put("email", preferences.email());
        values.put("emailEnabled", preferences.emailEnabled());
        values.put("replyTime", preferences.replyTime());
        values.put("followUpAfter", preferences.followUpAfter());
        values.put("dailyCap", preferences.dailyCap());
        values.put("alertThreshold", preferences.alertThreshold());
        values.put("channels", PreferenceRow.channels(preferences));
        values.put("language", preferences.language().code());
        values.put("interests", preferences.interests());
        values.put("emptyEdition", preferences.emptyEdition().json());
        return values;
    }
}
