package dev.rapport.messaging;

import dev.rapport.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;

/** One PostgreSQL and one Kafka for all tests of this module, with the outbox, the inbox and the topics in place. */
final class MessagingStack {

    private static final LocalStack STACK = LocalStack.forTests();

    static final String JDBC_URL = STACK.jdbcUrl("contacts");
    static final String KAFKA = STACK.bootstrapServers();
    static final DataSource DATABASE = Databases.at(JDBC_URL);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(STACK::close));
        try (var admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            execute(migration());
            execute("create table effect (event_id uuid, applied_at timestamptz default clock_timestamp())");
            KafkaTopics.create(admin, 3, Optional.empty());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private MessagingStack() {}

    static void execute(String sql) {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long count(String query) {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration() {
        try (var in = MessagingStack.class.getResourceAsStream("/db/messaging/V0_1__outbox_and_inbox.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
