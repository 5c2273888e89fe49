package dev.rapport.engagement.importing;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.format.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What members said their own addresses are: those they said last. */
@ApplicationScoped
class OwnAddresses {

    private static final String GIVEN = """
            insert into own_address (workspace_id, member, used_for, addresses, given_at)
            values (:workspace, :member, :use, :addresses::text[], :at)
            on conflict (workspace_id, member, used_for) do update
            set addresses = excluded.addresses, given_at = excluded.given_at""";

    private static final String REMEMBERED = """
            select addresses from own_address
            where workspace_id = :workspace and member = :member and used_for = :use""";

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    OwnAddresses(WorkspaceSql sql, CurrentMember member, Clock clock) {
        this.sql = sql;
        this.member = member;
        this.clock = clock;
    }

    /** The settings with the addresses that were given, or else those that are remembered; 400 when the format needs some. */
    ImportSettings complete(ImportSettings settings) {
        var own = settings.own().isEmpty() ? remembered(settings.format()) : settings.own();
        if (own.isEmpty() && settings.format().needsOwn()) {
            throw ApiException.invalid(
                    "own",
                    "must name an address of yours once: nothing else tells what you sent from what you received");
        }
        return settings.with(own);
    }

    /** Remembers the addresses that an import was given. */
    void remember(ImportSettings settings) {
        if (!settings.own().isEmpty() && !settings.dryRun()) {
            sql.update(
                    GIVEN,
                    Map.of(
                            "member", member.id(),
                            "use", use(settings.format()),
                            "addresses", settings.own(),
                            "at", clock.instant()));
        }
    }

    private List<String> remembered(FileFormat format) {
        return sql.first(
                        REMEMBERED,
                        Map.of("member", member.id(), "use", use(format)),
                        row -> List.of((String[]) row.getArray("addresses").getArray()))
                .orElse(List.of());
    }

    private static String use(FileFormat format) {
        return format == FileFormat.LINKEDIN_MESSAGES ? "linkedin" : "mail";
    }
}
