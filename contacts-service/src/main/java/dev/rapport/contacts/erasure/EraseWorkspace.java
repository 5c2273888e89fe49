package dev.rapport.contacts.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.WorkspaceErased;
import dev.rapport.events.Event;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Erases a whole workspace: told to the other services at once, done here step by step. Each step is one transaction that
 * ends with less than it began with, so that whoever is stopped in the middle goes on where the last step ended.
 */
@ApplicationScoped
class EraseWorkspace {

    private static final String SOME = "select id from contact where workspace_id = :workspace limit :limit";

    @Inject
    Erasures erasures;

    @Inject
    Contacts contacts;

    @Inject
    EraseContacts eraseContacts;

    @Inject
    WorkspaceTables tables;

    @Inject
    WorkspaceSql sql;

    @Inject
    CurrentMember member;

    @Inject
    Messaging messaging;

    @Inject
    ErasureConfig config;

    @Inject
    Clock clock;

    /** Begins to erase the caller's workspace; when that is under way already, that is what is returned. */
    @Transactional
    ErasureView start() {
        var running = erasures.running();
        if (running.isPresent()) {
            return erasures.require(running.get().id());
        }
        var now = clock.instant();
        var erasure = Erasure.ofWorkspace(UuidCreator.getTimeOrderedEpochPlus1(), now, member.id());
        erasures.add(erasure);
        messaging.publish(
                ErasureEvent.TOPIC,
                new Event<>(
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        member.workspace(),
                        now,
                        new WorkspaceErased(erasure.id(), now)));
        return erasures.require(erasure.id());
    }

    /**
     * Deletes some more. Contacts go first and one by one as far as the other services can see, so that the last word about
     * each, which its topic keeps for ever, is that it is erased.
     *
     * @return whether there is more to do, and nobody else is doing it
     */
    @Transactional
    boolean step(UUID id) {
        var claimed = erasures.claim(id);
        if (claimed.isEmpty()) {
            return false;
        }
        var erasure = claimed.get();
        var gone = contacts.lock(sql.list(SOME, Map.of("limit", config.batch()), row -> row.getObject(1, UUID.class)));
        if (!gone.isEmpty()) {
            eraseContacts.erase(gone.values(), erasure);
            return true;
        }
        if (tables.delete(id, config.batch()) > 0) {
            return true;
        }
        erasures.finish(erasure, clock.instant());
        return false;
    }
}
