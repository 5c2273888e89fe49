package dev.rapport.engagement.profile;

import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/**
 * Asks for another profile. It is built in the background; one that is on its way already is superseded, for whoever asks has
 * seen it: 412 when another is active, or on its way, than expected.
 */
@ApplicationScoped
class ReplaceProfile {

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final Versions versions;
    private final Clock clock;

    @Inject
    ReplaceProfile(WorkspaceSql sql, CurrentMember member, Versions versions, Clock clock) {
        this.sql = sql;
        this.member = member;
        this.versions = versions;
        this.clock = clock;
    }

    /** The version that will have this definition, or has it. */
    @Transactional
    Version replace(Definition definition, IfMatch expected) {
        sql.list(NewVersion.ONE_AT_A_TIME, Map.of(), row -> null);
        var current = versions.hold();
        expected.check(current.tag());
        var building = current.building();
        if (building.filter(it -> it.definition().asked().equals(definition)).isPresent()) {
            return building.get();
        }
        var now = clock.instant();
        sql.update(CancelVersion.CANCEL_BUILDING, Map.of("now", now));
        if (current.active().definition().asked().equals(definition)) {
            return current.active();
        }
        return sql.first(
                        NewVersion.ADD,
                        Map.of("definition", definition.json(), "now", now, "member", member.id()),
                        Version::read)
                .orElseThrow();
    }
}
