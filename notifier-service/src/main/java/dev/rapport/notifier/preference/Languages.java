package dev.rapport.notifier.preference;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.batch.MemberKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** In which language members are spoken to. */
@ApplicationScoped
public class Languages {

    private static final String OF_MEMBER =
            "select p.language from preference p where p.workspace_id = ? and p.member = ?";

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

    /** A member's choice, or the default, as the transaction sees it. */
    public static Language of(Connection transaction, MemberKey member) throws SQLException {
        try (var query = transaction.prepareStatement(OF_MEMBER)) {
            query.setString(1, member.workspace());
            query.setString(2, member.member());
            try (var row = query.executeQuery()) {
                return row.next() ? Language.of(row.getString(1)) : Preferences.DEFAULT.language();
            }
        }
    }
}
