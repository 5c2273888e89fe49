package dev.rapport.notifier.series;

/** Contacts, each with all that is merged into it: what was set for any of them is the survivor's. */
final class Group {

    static final String WANTED = """
            with wanted as materialized (
                select w.workspace_id, w.contact_id as survivor_id, g.contact_id
                from unnest(?::text[], ?::uuid[]) as w (workspace_id, contact_id)
                cross join lateral (
                    select w.contact_id union
                    select m.contact_id from contact m
                    where m.workspace_id = w.workspace_id and m.survivor_id = w.contact_id) g
            )
            """;

    private Group() {}
}
