package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReopenedStackTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void quieten() {
        QuietLogs.apply();
    }

    @Test
    void shouldKeepRowsRecordsAndMailsWhenTheStackIsStoppedAndStartedAgain() throws Exception {
        StackPorts ports = StackPorts.free();
        // Given
        try (LocalStack stack = LocalStack.in(folder, ports)) {
            execute(stack, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('here')");
            TopicProbe.create(stack.bootstrapServers(), "kept");
            TopicProbe.send(stack.bootstrapServers(), "kept", "key", "value");
            send(stack.smtpPort(), "Your edition");
        }

        // When
        try (LocalStack stack = LocalStack.in(folder, ports)) {
            // Then
            assertThat(ask(stack, "SELECT word FROM kept")).isEqualTo("here");
            assertThat(ask(stack, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(stack, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(TopicProbe.readAll(stack.bootstrapServers(), "kept")).containsExactly("key=value");
            assertThat(mails(stack)).singleElement().satisfies(mail -> assertThat(Files.readString(mail))
                    .contains("Subject: Your edition", "To: alex@rapport.local", "Good morning."));
        }
    }

    private static void execute(LocalStack stack, String... statements) throws Exception {
        try (Connection connection = connect(stack);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(LocalStack stack, String query) throws Exception {
        try (Connection connection = connect(stack);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalStack stack) throws Exception {
        return DriverManager.getConnection(stack.jdbcUrl("contacts"), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }

    private static void send(int port, String subject) throws Exception {
        Properties properties = new Properties();
        properties.putAll(java.util.Map.of("mail.smtp.host", "localhost", "mail.smtp.port", Integer.toString(port)));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("news@rapport.local");
        message.setRecipients(RecipientType.TO, "alex@rapport.local");
        message.setSubject(subject);
        message.setText("Good morning.");
        Transport.send(message);
    }

    private static List<Path> mails(LocalStack stack) throws Exception {
        try (Stream<Path> files = Files.list(stack.mailFolder())) {
            return files.toList();
        }
    }
}
