package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalStackTest {

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.forTests();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void shouldAnswerOnEveryDatabaseWhenTheServiceRoleAsks() throws SQLException {
        for (String database : LocalPostgres.DATABASES) {
            assertThat(ask(database, "SELECT current_database()")).isEqualTo(database);
            assertThat(ask(
                            database,
                            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("rapport");
            assertThat(ask(database, "SHOW server_version")).startsWith("18.");
            assertThat(
                            ask(
                                    database,
                                    "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void shouldRefuseAFileOfTheServerWhenTheServiceRoleReadsIt() {
        assertThatThrownBy(() -> ask("contacts", "SELECT pg_read_file('postgresql.conf')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void shouldLetTheServiceRoleBuildItsSchemaWhenItMigrates() throws SQLException {
        try (Connection connection = connect("notifier");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
            statement.execute("CREATE TABLE proof (id uuid PRIMARY KEY DEFAULT uuidv7())");
            assertThat(statement.executeUpdate("INSERT INTO proof DEFAULT VALUES"))
                    .isOne();
        }
    }

    @Test
    void shouldGiveBackTheRecordWhenOneWasSent() throws Exception {
        // Given
        TopicProbe.create(stack.bootstrapServers(), "proof");

        // When
        TopicProbe.send(stack.bootstrapServers(), "proof", "key", "hello");

        // Then
        assertThat(TopicProbe.readAll(stack.bootstrapServers(), "proof")).containsExactly("key=hello");
        assertThat(TopicProbe.partitions(stack.bootstrapServers(), "proof")).isEqualTo(6);
    }

    private static String ask(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(database), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
