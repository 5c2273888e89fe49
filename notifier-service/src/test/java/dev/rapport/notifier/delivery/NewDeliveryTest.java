package dev.rapport.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@NotifierTest
class NewDeliveryTest {

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();
    private final String address = "alex-" + UUID.randomUUID() + "@example.org";
    private final UUID notification = UUID.randomUUID();

    @Test
    void shouldSendOverAChannelWhoseHealthIsJustBeingWrittenDown() throws Exception {
        // Given a channel, of which another transaction is counting a fault
        alex.prefer("{\"email\": \"" + address + "\"}");
        try (var counting = database.getConnection()) {
            counting.setAutoCommit(false);
            execute(counting, "update email_channel set failures = failures + 1 where address = '" + address + "'");

            // When a delivery is queued, and that transaction ends while it waits
            var queued = CompletableFuture.runAsync(this::queue);
            await().until(() -> waiting() > 0);
            counting.commit();
            counting.setAutoCommit(true);
            queued.join();
        }

        // Then it is not held, which it would be for ever
        assertThat(count("select count(*) from delivery where address = '" + address
                        + "' and state <> 'held' and channel_id is not null"))
                .isEqualTo(1);
    }

    private void queue() {
        try (var transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            var member = new MemberKey(alex.workspace(), "alex");
            NewNotification.add(
                    transaction,
                    List.of(new NewNotification(
                            member,
                            notification,
                            NotificationCategory.NOTICE,
                            "test",
                            null,
                            null,
                            null,
                            "Title",
                            "Body.",
                            Instant.now())));
            NewDelivery.add(transaction, List.of(new NewDelivery(alex.workspace(), notification, "email", address)));
            transaction.commit();
            transaction.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many wait for a row lock of another transaction. */
    private long waiting() throws SQLException {
        return count(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                        + " and query like '%email_channel%'");
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
