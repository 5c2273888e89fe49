package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.ContactWrite.Kind;
import dev.rapport.events.ContactEvent;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The one way in which contacts change: their rows, their history and their events, in one statement. An event carries the
 * version that the database accepted, and the row's lock keeps one contact's events in the order of their versions.
 */
@ApplicationScoped
public class WriteContacts {

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final CircleTerms.Book circles;
    private final Messaging messaging;
    private final Clock clock;
    private final Event<ContactsWritten> written;

    @Inject
    WriteContacts(
            WorkspaceSql sql,
            CurrentMember member,
            CircleTerms.Book circles,
            Messaging messaging,
            Clock clock,
            Event<ContactsWritten> written) {
        this.sql = sql;
        this.member = member;
        this.circles = circles;
        this.messaging = messaging;
        this.clock = clock;
        this.written = written;
    }

    /**
     * Writes changes of the caller's workspace in the transaction under way, or in one of its own. Writers of many contacts
     * lock them first ({@link Contacts#lock}), so that none of them has moved on meanwhile.
     *
     * <p>400 for a circle that does not exist, 412 when one of the contacts has changed since it was read.
     */
    @Transactional
    public void write(List<ContactWrite> writes, Origin origin) {
        if (writes.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var events = events(writes, origin, now);
        var parameters = new HashMap<String, Object>();
        parameters.put("rows", rows(writes));
        parameters.put("gone", ids(writes, Kind.ERASED));
        parameters.put("derivedVersion", ContactRow.DERIVED_VERSION);
        parameters.put("words", words(writes));
        parameters.put("changes", changes(writes));
        parameters.put("at", now);
        parameters.put("member", origin.member());
        parameters.put("cause", origin.cause().json());
        parameters.put("causeId", origin.causeId());
        parameters.put("topic", ContactEvent.TOPIC.name());
        parameters.put("events", events);
        int count = sql.first(WriteSql.WRITE, parameters, row -> row.getInt(1)).orElseThrow();
        if (count != writes.size()) {
            throw stale();
        }
        messaging.wakeAfterCommit();
        written.fire(new ContactsWritten(member.workspace()));
    }

    private String events(List<ContactWrite> writes, Origin origin, Instant now) {
        var wanted = new TreeSet<UUID>();
        writes.stream()
                .filter(it -> it.after().isPresent())
                .forEach(it -> wanted.addAll(it.after().details().circles()));
        var terms = wanted.isEmpty() ? new HashMap<UUID, CircleTerms>() : circles.held(wanted);
        wanted.removeAll(terms.keySet());
        if (!wanted.isEmpty()) {
            checkStillThere(writes, wanted);
            throw ApiException.invalid("circles", "must be circles of your workspace; there is no " + wanted.first());
        }
        return new Snapshots(member.workspace(), terms, origin.causeId(), now).outboxRow(writes);
    }

    /** Whoever read the contact in a circle that is gone by now has asked for nothing wrong. */
    private static void checkStillThere(List<ContactWrite> writes, Collection<UUID> missing) {
        if (writes.stream()
                .anyMatch(it -> it.kind() == Kind.CHANGED
                        && it.before().details().circles().stream().anyMatch(missing::contains))) {
            throw stale();
        }
    }

    private static ApiException stale() {
        return ApiException.of(
                ProblemType.PRECONDITION_FAILED, "Somebody else changed the contact. Read it again, then repeat.");
    }

    private String rows(List<ContactWrite> writes) {
        return DetailsJson.write(writes.stream()
                .filter(it -> it.kind() != Kind.ERASED)
                .map(it -> ContactRow.of(member.workspace(), it.after()))
                .toList());
    }

    private static List<UUID> ids(List<ContactWrite> writes, Kind kind) {
        return writes.stream()
                .filter(it -> it.kind() == kind)
                .map(it -> it.after().id())
                .toList();
    }

    /** In ascending order, as two transactions that add the same new words must not wait for each other in a circle. */
    private static Collection<String> words(List<ContactWrite> writes) {
        var words = new TreeSet<String>();
        writes.stream()
                .filter(it -> it.after().isPresent())
                .forEach(it -> words.addAll(SearchWords.called(it.after().details())));
        return words;
    }

    private static String changes(List<ContactWrite> writes) {
        return DetailsJson.write(writes.stream().map(Logged::of).toList());
    }

    private record Logged(UUID contactId, long version, String kind, JsonNode fields) {

        static Logged of(ContactWrite write) {
            boolean told = write.before() != null && write.kind() != Kind.ERASED;
            return new Logged(
                    write.after().id(),
                    write.after().version(),
                    write.kind().json(),
                    told ? FieldChanges.between(write.before(), write.after()) : null);
        }
    }
}
