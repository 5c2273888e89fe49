package dev.rapport.notifier.drafting;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The calling member's workspace's templates. */
@ApplicationScoped
class Templates {

    private static final String OWN =
            "select kind, language, text, updated_at from draft_template where workspace_id = :workspace";

    private static final String ONE = " and kind = :kind and language = :language";

    private static final String KEEP = """
            insert into draft_template (workspace_id, kind, language, text, updated_at)
            values (:workspace, :kind, :language, :text, :now)
            on conflict (workspace_id, kind, language) do update
                set text = excluded.text, updated_at = excluded.updated_at""";

    private static final String FORGET = "delete from draft_template where workspace_id = :workspace" + ONE;

    @Inject
    WorkspaceSql sql;

    @Inject
    Clock clock;

    /** Of every kind and language, the one by which is drafted. */
    List<TemplateView> all() {
        var own = sql.list(OWN, Map.of(), Templates::read);
        return Arrays.stream(ReminderKind.values())
                .flatMap(kind -> Arrays.stream(Language.values()).map(language -> own.stream()
                        .filter(it -> it.kind() == kind && it.language() == language)
                        .findFirst()
                        .orElseGet(() -> TemplateView.standard(kind, language))))
                .toList();
    }

    TemplateView get(ReminderKind kind, Language language) {
        return sql.first(OWN + ONE, key(kind, language), Templates::read)
                .orElseGet(() -> TemplateView.standard(kind, language));
    }

    /** Takes the place of Rapport's, or of the workspace's former one; throws a 400 that names what is wrong with it. */
    @Transactional
    TemplateView put(ReminderKind kind, Language language, String text) {
        new Template(text).fault().ifPresent(fault -> {
            throw ApiException.invalid("text", fault);
        });
        sql.update(
                KEEP,
                Map.of(
                        "kind", kind.json(),
                        "language", language.code(),
                        "text", text,
                        "now", clock.instant()));
        return get(kind, language);
    }

    /** Goes back to Rapport's. */
    @Transactional
    void forget(ReminderKind kind, Language language) {
        sql.update(FORGET, key(kind, language));
    }

    private static Map<String, Object> key(ReminderKind kind, Language language) {
        return Map.of("kind", kind.json(), "language", language.code());
    }

    private static TemplateView read(ResultSet row) throws SQLException {
        return new TemplateView(
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Language.of(row.getString("language")),
                row.getString("text"),
                true,
                instant(row, "updated_at"));
    }
}
