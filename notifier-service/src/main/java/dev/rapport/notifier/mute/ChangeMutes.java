package dev.rapport.notifier.mute;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.directory.Survivors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The calling member's mutes: each change, and the plan that follows from it, in one transaction. */
@ApplicationScoped
class ChangeMutes {

    private static final String OWN = "select 1 from contact where workspace_id = :workspace and contact_id = :contact"
            + " and owner = :member and not deleted";

    private static final String KEEP = """
            insert into mute (workspace_id, member, subject, contact_id, kind, until, created_at)
            values (:workspace, :member, :subject, :contact::uuid, :kind::text, :until::timestamptz, :now)
            on conflict (workspace_id, member, subject) do update set until = excluded.until""";

    /** Also of those that are merged into it: to its owner they are one. */
    private static final String FORGET_CONTACT = """
            delete from mute m using contact c
            where m.workspace_id = :workspace and m.member = :member and c.workspace_id = m.workspace_id
                and c.contact_id = m.contact_id and (c.contact_id = :contact or c.survivor_id = :contact)""";

    private static final String FORGET_KIND =
            "delete from mute where workspace_id = :workspace and member = :member and subject = :subject";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Event<MutesChanged> contactsChanged;

    @Inject
    Event<MutedKindsChanged> kindsChanged;

    /** Mutes one of the member's contacts; 404 for any other. */
    @Transactional(rollbackOn = SQLException.class)
    MuteView mute(UUID contactId, Instant until) throws SQLException {
        requireFuture(until);
        var standing = hold(contactId);
        var mine = Map.of("member", member.id(), "contact", standing.contactId());
        if (sql.first(OWN, mine, row -> row.getInt(1)).isEmpty()) {
            throw ApiException.notFound("contact");
        }
        var view = keep("contact:" + standing.contactId(), standing.contactId(), null, until);
        contactsChanged.fire(new MutesChanged(Set.of(standing)));
        return view;
    }

    /** Unmutes a contact; 404 if it is not muted. */
    @Transactional(rollbackOn = SQLException.class)
    void unmute(UUID contactId) throws SQLException {
        var standing = hold(contactId);
        var parameters = Map.of("member", member.id(), "contact", standing.contactId());
        if (sql.update(FORGET_CONTACT, parameters) == 0) {
            throw ApiException.notFound("mute");
        }
        contactsChanged.fire(new MutesChanged(Set.of(standing)));
    }

    /** Mutes a kind. */
    @Transactional(rollbackOn = SQLException.class)
    MuteView mute(ReminderKind kind, Instant until) throws SQLException {
        requireFuture(until);
        if (kind == ReminderKind.MANUAL) {
            throw ApiException.invalid("kind", "manual reminders were set by hand: delete those that you do not want");
        }
        var key = holdMember();
        var view = keep(subject(kind), null, kind.json(), until);
        kindsChanged.fire(new MutedKindsChanged(key));
        return view;
    }

    /** Unmutes a kind; 404 if it is not muted. */
    @Transactional(rollbackOn = SQLException.class)
    void unmute(ReminderKind kind) throws SQLException {
        var key = holdMember();
        if (sql.update(FORGET_KIND, Map.of("member", member.id(), "subject", subject(kind))) == 0) {
            throw ApiException.notFound("mute");
        }
        kindsChanged.fire(new MutedKindsChanged(key));
    }

    private MuteView keep(String subject, UUID contactId, String kind, Instant until) {
        var values =
                new HashMap<String, Object>(Map.of("member", member.id(), "subject", subject, "now", clock.instant()));
        values.put("contact", contactId);
        values.put("kind", kind);
        values.put("until", until);
        sql.update(KEEP, values);
        return sql.first(
                        MuteView.SELECT + " and m.subject = :subject",
                        Map.of("member", member.id(), "subject", subject),
                        MuteView::read)
                .orElseThrow();
    }

    private ContactKey hold(UUID contactId) throws SQLException {
        try (var connection = database.getConnection()) {
            return Survivors.hold(connection, List.of(new ContactKey(member.workspace(), contactId)))
                    .iterator()
                    .next();
        }
    }

    private MemberKey holdMember() throws SQLException {
        var key = new MemberKey(member.workspace(), member.id());
        try (var connection = database.getConnection()) {
            Locks.changing(connection, key);
        }
        return key;
    }

    private void requireFuture(Instant until) {
        if (until != null && !until.isAfter(clock.instant())) {
            throw ApiException.invalid("until", "must lie in the future, or be absent for never");
        }
    }

    private static String subject(ReminderKind kind) {
        return "kind:" + kind.json();
    }
}
