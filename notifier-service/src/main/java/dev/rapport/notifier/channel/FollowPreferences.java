package dev.rapport.notifier.channel;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.preference.PreferencesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Makes a channel of the address that a member's preferences name, in the transaction that changes them. */
@ApplicationScoped
class FollowPreferences {

    private static final String ADDRESS = """
            select email from preference
            where workspace_id = :workspace and member = :member and email is not null""";

    @Inject
    EmailChannels channels;

    @Inject
    WorkspaceSql sql;

    void follow(@Observes PreferencesChanged changed) {
        sql.first(ADDRESS, Map.of("member", changed.member().member()), row -> row.getString(1))
                .ifPresent(channels::add);
    }
}
