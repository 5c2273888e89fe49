package dev.rapport.engagement.profile;

/** How a version comes into being. */
final class NewVersion {

    /** Until the transaction ends, nobody else adds or cancels a version of the workspace. */
    static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('scoring-profile ' || :workspace, 0))";

    static final String ADD = """
            insert into scoring_profile (workspace_id, version, definition, state, created_at, created_by, task)
            select :workspace, coalesce(max(p.version), 0) + 1, :definition::jsonb, 'building', :now::timestamptz,
                :member::text, 'build'
            from scoring_profile p where p.workspace_id = :workspace
            returning *""";

    private NewVersion() {}
}
