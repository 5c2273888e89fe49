package dev.rapport.notifier.preference;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** In which language the current member is spoken to. */
@ApplicationScoped
public class Languages {

    private static final String FIND =
            "select p.language from preference p where p.workspace_id = :workspace and p.member = :member";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    /** The member's choice, or the default. */
    public Language current() {
        return sql.first(FIND, Map.of("member", member.id()), row -> Language.of(row.getString("language")))
                .orElse(Preferences.DEFAULT.language());
    }
}
