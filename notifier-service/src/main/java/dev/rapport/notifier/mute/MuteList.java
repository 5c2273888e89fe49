package dev.rapport.notifier.mute;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What the calling member has muted. */
@ApplicationScoped
class MuteList {

    private static final String LIST = "mutes:subject";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    /** One page, by what is muted. */
    Page<MuteView> page(int limit, String cursor) {
        var after = Cursor.read(LIST, cursor, key -> key.get(0));
        var rows = sql.list(
                MuteView.SELECT + " and m.subject > :after order by m.subject limit :rows",
                Map.of("member", member.id(), "after", after.orElse(""), "rows", limit + 1),
                MuteView::read);
        return Page.of(rows, limit, last -> Cursor.of(LIST, last.subject()));
    }
}
