package dev.rapport.contacts.duplicate;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Remembers of two contacts that they are not the same, or that this was a mistake. Either waits for its turn at the pairs. */
@ApplicationScoped
class DismissPair {

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    DismissPair(WorkspaceSql sql, Contacts contacts, CurrentMember member, Clock clock) {
        this.sql = sql;
        this.contacts = contacts;
        this.member = member;
        this.clock = clock;
    }

    /** They are two. 404 unless both are contacts of the workspace. */
    @Transactional
    void dismiss(Pair pair) {
        check(contacts.present(List.of(pair.lo(), pair.hi())));
        waitForTurn();
        sql.update(
                DuplicateSql.DISMISS,
                Map.of("lo", pair.lo(), "hi", pair.hi(), "member", member.id(), "at", clock.instant()));
        renew(pair);
    }

    /** They may be one. What was never dismissed stays as it is. 404 unless both are, or were, contacts of the workspace. */
    @Transactional
    void takeBack(Pair pair) {
        check(contacts.find(List.of(pair.lo(), pair.hi())));
        waitForTurn();
        sql.update(
                DuplicateSql.TAKE_BACK,
                Map.of("heads", List.of(pair.lo(), pair.hi()), "lo", pair.lo(), "hi", pair.hi()));
        renew(pair);
    }

    private static void check(Map<UUID, Contact> known) {
        if (known.size() < 2) {
            throw ApiException.notFound("pair of contacts");
        }
    }

    private void waitForTurn() {
        sql.update(DuplicateSql.BEGIN, Map.of());
        sql.list(DuplicateSql.POSITION, Map.of(), row -> row.getLong(2));
    }

    private void renew(Pair pair) {
        var both = List.of(pair.lo(), pair.hi());
        sql.update(DuplicateSql.RENEW_DISMISSED_PAIR, Map.of("heads", both, "lo", pair.lo(), "hi", pair.hi()));
    }
}
