package dev.rapport.engagement.interaction;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.DirectoryChange;
import dev.rapport.engagement.directory.Standing;
import dev.rapport.events.InteractionEvent;
import dev.rapport.messaging.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Attaches interactions that waited for their contact: in the transaction that makes the contact known and, because a
 * request under way at that moment can miss it, by a sweep afterwards.
 */
@ApplicationScoped
class AttachWaiting {

    private static final Logger LOG = Logger.getLogger(AttachWaiting.class);
    /** Far longer than a request can be under way between reading the directory and committing. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    /** As in {@link InteractionHistory}, "offset 0" makes each contact an index lookup of its own. */
    private static final String ATTACH = """
            with known as (
                select * from unnest(?::text[], ?::uuid[], ?::text[]) as k (workspace_id, contact_id, owner)
            ), waiting as (
                select i.workspace_id, i.id, k.contact_id, k.owner
                from known k
                cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = k.workspace_id and i.wanted_contact_id = k.contact_id
                      and i.contact_id is null and i.retracted_at is null and i.wanted_contact_id is not null
                    offset 0) i
                union all
                select i.workspace_id, i.id, k.contact_id, k.owner
                from known k
                join directory_address a on a.workspace_id = k.workspace_id and a.contact_id = k.contact_id
                    and not a.former
                cross join lateral (
                    select i.workspace_id, i.id from interaction i
                    where i.workspace_id = a.workspace_id and i.address = a.address
                      and i.contact_id is null and i.retracted_at is null and i.address is not null
                    offset 0) i
            ), chosen as (
                select distinct on (workspace_id, id) workspace_id, id, contact_id, owner
                from waiting order by workspace_id, id, contact_id
            )
            update interaction i set contact_id = c.contact_id, owner = c.owner,
                revision = i.revision + 1
            from chosen c
            where i.workspace_id = c.workspace_id and i.id = c.id and i.contact_id is null and i.retracted_at is null
            returning i.*""";

    private static final String MISSED = """
            select distinct d.workspace_id, d.contact_id
            from interaction i
            join directory_contact d on d.workspace_id = i.workspace_id
                and (d.deleted_at is null or d.survivor_id is not null)
                and d.contact_id = coalesce(i.wanted_contact_id, (
                    select a.contact_id from directory_address a
                    where a.workspace_id = i.workspace_id and a.address = i.address and not a.former
                    order by a.contact_id limit 1))
            where i.contact_id is null and i.retracted_at is null and i.recorded_at > ?::timestamptz""";

    private final DataSource database;
    private final Clock clock;
    /** The first sweep of an instance goes back to the beginning, for what others left when they died. */
    private volatile Instant since = Instant.EPOCH;

    @Inject
    AttachWaiting(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void follow(@Observes DirectoryChange change) throws SQLException {
        // What waits for a merged contact waits, in truth, for its survivor.
        var contacts = Directory.withMerged(change.transaction(), change.contacts());
        contacts.addAll(change.regrouped());
        attach(change.transaction(), contacts);
    }

    @Scheduled(
            identity = "attach-waiting",
            every = "${rapport.waiting.sweep:5s}",
            delayed = "${rapport.waiting.sweep:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() throws SQLException {
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            int attached = attach(connection, missed(connection));
            if (attached > 0) {
                LOG.infof("waiting=attached interactions=%d", attached);
            }
        }
        since = now.minus(MOMENT);
    }

    private Collection<ContactKey> missed(Connection connection) throws SQLException {
        try (var select = BulkStatement.prepare(connection, MISSED)) {
            return select.value(since.toString()).query(ContactKey::read);
        }
    }

    private int attach(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        var standing = Directory.standings(transaction, contacts).values().stream()
                .filter(Standing::isStanding)
                .toList();
        if (standing.isEmpty()) {
            return 0;
        }
        try (var update = BulkStatement.prepare(transaction, ATTACH)) {
            var attached = update.column("text", standing, it -> it.contact().workspace())
                    .column("uuid", standing, it -> it.contact().contactId())
                    .column("text", standing, Standing::owner)
                    .query(InteractionRow::read);
            var now = clock.instant();
            Outbox.append(
                    transaction,
                    InteractionEvent.TOPIC,
                    attached.stream().map(it -> it.recorded(now)).toList());
            return attached.size();
        }
    }
}
