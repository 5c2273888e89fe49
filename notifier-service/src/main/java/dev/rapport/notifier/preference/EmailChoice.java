package dev.rapport.notifier.preference;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a member decides about mail elsewhere than in the preferences; the preferences show it. Changes no plan. */
@ApplicationScoped
public class EmailChoice {

    private static final String LOCKED = "select " + Preferences.COLUMNS
            + " from preference p where p.workspace_id = :workspace and p.member = :member for update";

    private static final String CHANNELS = """
            update preference set channels = :channels::jsonb, updated_at = now()
            where workspace_id = :workspace and member = :member""";

    /** Whoever has no preferences yet has the defaults, and keeps them. */
    private static final String SELECT = """
            insert into preference as kept (workspace_id, member, time_zone, edition_time, email, email_enabled, reply_time,
                daily_cap, updated_at)
            values (:workspace, :member, :timeZone, :editionTime, :email, true, :replyTime, :dailyCap, now())
            on conflict (workspace_id, member) do update set email = excluded.email, updated_at = excluded.updated_at
            where kept.email is null""";

    private static final String DESELECT = """
            update preference set email = null, updated_at = now()
            where workspace_id = :workspace and member = :member and email = :email""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    /** The member wants no mail of these kinds any more. */
    @Transactional
    public void stop(Collection<String> kinds) {
        sql.first(LOCKED, Map.of("member", member.id()), Preferences::read)
                .map(preferences -> preferences.without(ChannelKind.EMAIL, kinds))
                .ifPresent(preferences -> sql.update(
                        CHANNELS, Map.of("member", member.id(), "channels", PreferenceRow.channels(preferences))));
    }

    /** Has mail go to this address if it goes to none. */
    @Transactional
    public void selectFirst(String address) {
        var standard = Preferences.DEFAULT;
        var values = new HashMap<String, Object>();
        values.put("member", member.id());
        values.put("email", address);
        values.put("timeZone", standard.timeZone());
        values.put("editionTime", standard.editionTime());
        values.put("replyTime", standard.replyTime());
        values.put("dailyCap", standard.dailyCap());
        sql.update(SELECT, values);
    }

    /** Has mail go to this address no more. */
    @Transactional
    public void deselect(String address) {
        sql.update(DESELECT, Map.of("member", member.id(), "email", address));
    }
}
