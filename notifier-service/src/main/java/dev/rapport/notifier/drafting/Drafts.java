package dev.rapport.notifier.drafting;

import dev.rapport.events.ReminderKind;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.preference.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines to send that go with reminders. They are drafted when they are read, so that a new template, or a contact's new
 * name, is in all of them at once.
 */
public final class Drafts {

    /** The columns that {@link #of} reads. */
    public static final String COLUMNS = "draft.kind as draft_kind, draft.language as draft_language,"
            + " draft.template as draft_template, draft.display_name as draft_name, draft.given_name as draft_first_name,"
            + " draft.title as draft_title, draft.organization as draft_organization, draft.occasion as draft_occasion";

    /**
     * Joins what they are made of to a reminder {@code r} and its contact {@code c}, both of which may be merged. It is in the
     * contact's first language if that is one of ours, else in the member's.
     */
    public static final String JOIN = """
            left join lateral (
                select r.kind, spoken.language, t.text as template, a.display_name, a.given_name, a.title, a.organization,
                    coalesce(g.kind, case when r.kind = 'congratulate' and r.cause like 'anniversary:%' then 'anniversary' end)
                        as occasion
                from contact a
                left join preference own on own.workspace_id = r.workspace_id and own.member = r.owner
                cross join lateral (select lower(split_part(a.languages[1], '-', 1)) as code) said
                cross join lateral (
                    select case when said.code in ('en', 'de') then said.code else coalesce(own.language, 'en') end
                        as language) spoken
                left join draft_template t
                    on t.workspace_id = r.workspace_id and t.kind = r.kind and t.language = spoken.language
                left join signal g on g.workspace_id = r.workspace_id
                    and g.signal_id = case when r.kind = 'congratulate' and r.cause like 'signal:%'
                        then substr(r.cause, 8)::uuid end
                where a.workspace_id = r.workspace_id and a.contact_id = coalesce(c.survivor_id, r.contact_id)
                    and not a.deleted) draft on true
            """;

    private Drafts() {}

    /** The line of a row; null for a contact that is gone. */
    public static String of(ResultSet row) throws SQLException {
        if (row.getString("draft_kind") == null) {
            return null;
        }
        var kind = ReminderKind.valueOf(row.getString("draft_kind").toUpperCase(Locale.ROOT));
        var language = Language.of(row.getString("draft_language"));
        var own = row.getString("draft_template");
        var template = own == null ? StandardTemplates.of(kind, language) : new Template(own);
        return template.with(known(row, language));
    }

    private static Map<Placeholder, String> known(ResultSet row, Language language) throws SQLException {
        var known = new EnumMap<Placeholder, String>(Placeholder.class);
        var name = row.getString("draft_name");
        known.put(
                Placeholder.FIRST_NAME,
                Optional.ofNullable(row.getString("draft_first_name"))
                        .filter(first -> !first.isBlank())
                        .orElse(name));
        known.put(Placeholder.NAME, name);
        known.put(Placeholder.TITLE, row.getString("draft_title"));
        known.put(Placeholder.ORGANIZATION, row.getString("draft_organization"));
        var occasion = row.getString("draft_occasion");
        if (occasion != null) {
            var signal = SignalKind.valueOf(occasion.toUpperCase(Locale.ROOT));
            known.put(Placeholder.OCCASION, StandardTemplates.occasion(signal, language));
        }
        return known;
    }
}
