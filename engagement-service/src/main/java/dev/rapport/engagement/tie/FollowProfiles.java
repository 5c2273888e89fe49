package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.profile.ProfileTask;
import dev.rapport.engagement.profile.ProfileTasks;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Folds a workspace's ties under the profile that is being built, tells of them once it ranks, and deletes those under others:
 * some contacts at a time, each time in a transaction that keeps how far it came. Whoever dies is followed by another
 * instance, from there.
 */
@ApplicationScoped
class FollowProfiles {

    private static final Logger LOG = Logger.getLogger(FollowProfiles.class);
    /** After so many transactions another workspace has its turn. */
    private static final int TURN = 25;

    private static final int TURNS = 40;

    private final DataSource database;
    private final ProfileTasks tasks;
    private final Clock clock;

    @Inject
    FollowProfiles(DataSource database, ProfileTasks tasks, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Scheduled(
            identity = "scoring-profiles",
            every = "${rapport.profiles.every:1s}",
            delayed = "${rapport.profiles.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (int turn = 0; turn < TURNS; turn++) {
            var task = tasks.claim();
            if (task.isEmpty()) {
                return;
            }
            try {
                turn(task.get());
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(e, "profile=failed %s", task.get());
                tasks.failed(task.get());
            }
        }
    }

    private void turn(ProfileTask task) throws SQLException {
        var next = Optional.of(task);
        for (int step = 0; step < TURN && next.isPresent(); step++) {
            try (var transaction = database.getConnection()) {
                transaction.setAutoCommit(false);
                next = commit(transaction, next.get());
            }
        }
        if (next.isPresent()) {
            tasks.release(next.get());
        }
    }

    private Optional<ProfileTask> commit(Connection transaction, ProfileTask task) throws SQLException {
        try {
            var next = step(transaction, task);
            transaction.commit();
            return next;
        } catch (SQLException | RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }

    /** One transaction of a task; returns the task as far as it came, empty when it is done or has to wait. */
    private Optional<ProfileTask> step(Connection transaction, ProfileTask task) throws SQLException {
        if (!task.isBegun()) {
            return tasks.begin(transaction, task);
        }
        var contacts = ContactsWithTies.after(transaction, task.workspace(), task.position(), tasks.batch());
        if (contacts.isEmpty()) {
            tasks.complete(transaction, task);
            return Optional.empty();
        }
        switch (task.kind()) {
            case BUILD -> change(transaction, Occasion.rebuilding(contacts), contacts);
            case ANNOUNCE -> change(transaction, Occasion.telling(contacts), contacts);
            case SWEEP -> ForgetTies.ofOtherGenerations(transaction, task.workspace(), contacts);
        }
        return tasks.advance(transaction, task, contacts.last().contactId(), contacts.size());
    }

    private void change(Connection transaction, Occasion occasion, SortedSet<ContactKey> contacts) throws SQLException {
        ChangeTies.change(transaction, HeldTies.of(transaction, contacts), occasion, clock.instant());
    }
}
