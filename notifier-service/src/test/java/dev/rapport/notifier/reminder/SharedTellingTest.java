package dev.rapport.notifier.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.NotifierTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Instances that tell at the same time share the members out among themselves. */
@NotifierTest
class SharedTellingTest {

    private static final int MEMBERS = 600;

    private static final String SCHEDULE = """
            insert into reminder (workspace_id, id, contact_id, owner, kind, state, cause, reason, due_at, wake_at, created_at,
                updated_at)
            select ?, gen_random_uuid(), gen_random_uuid(), 'member' || i, 'keep_in_touch', 'scheduled', 'added', 'Added', at,
                at, now(), now()
            from generate_series(1, ?) as i, (select ?::timestamptz as at) as due""";

    @Inject
    DataSource database;

    @Inject
    ReminderConfig config;

    private final Instant due = Instant.now().plus(Duration.ofDays(3650));

    @Test
    void shouldHoldOtherMembersThanAnotherInstanceHolds() throws Exception {
        schedule("w-" + UUID.randomUUID());
        try (var one = database.getConnection();
                var other = database.getConnection()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);

            var held = Waking.holdMembers(one, due, config);
            var heldByOther = Waking.holdMembers(other, due, config);

            assertThat(held).isNotEmpty();
            assertThat(heldByOther).isNotEmpty().doesNotContainAnyElementsOf(held);
            end(one);
            end(other);
        }
    }

    private void schedule(String workspace) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(SCHEDULE)) {
            insert.setString(1, workspace);
            insert.setInt(2, MEMBERS);
            insert.setObject(3, OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void end(Connection transaction) throws SQLException {
        transaction.rollback();
        transaction.setAutoCommit(true);
    }
}
