package dev.rapport.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL, Kafka and SMTP server, one set per JVM, and a key for tokens.
 *
 * <p>{@code @WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value =
 * "contacts"))}; the argument is the service's database. Tests sign in with {@link #tokens()}.
 */
public final class StackTestResource implements QuarkusTestResourceLifecycleManager {

    private String database = "contacts";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        if (!LocalPostgres.DATABASES.contains(database)) {
            throw new IllegalArgumentException("No such database: " + database + ", but " + LocalPostgres.DATABASES);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> stack = SharedStack.settings();
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", stack.get("jdbc." + database));
        config.put("quarkus.datasource.username", LocalPostgres.USER);
        config.put("quarkus.datasource.password", LocalPostgres.PASSWORD);
        config.put("kafka.bootstrap.servers", stack.get("kafka"));
        config.put("quarkus.oidc.public-key", stack.get("key.public"));
        config.put("quarkus.mailer.host", "localhost");
        config.put("quarkus.mailer.port", stack.get("smtp.port"));
        return config;
    }

    /** The stack stays for the next test class; it ends with the JVM. */
    @Override
    public void stop() {}

    /** Signs tokens that the service under test accepts. */
    public static TokenIssuer tokens() {
        Map<String, String> stack = SharedStack.settings();
        return new TokenIssuer(SigningKeys.of(stack.get("key.private"), stack.get("key.public")));
    }

    /** A token for a member with the given scopes, valid for an hour. */
    public static String token(String workspace, String member, String... scopes) {
        return tokens().token(workspace, member, List.of(scopes), Duration.ofHours(1));
    }

    /** The private half of the key that tokens are signed with (PKCS#8, base64), for tokens that no issuer would make. */
    public static String privateKey() {
        return SharedStack.settings().get("key.private");
    }

    /** The address of any service's database on the shared server. */
    public static String jdbcUrl(String database) {
        return SharedStack.settings().get("jdbc." + database);
    }

    /** The shared broker, {@code host:port}. */
    public static String bootstrapServers() {
        return SharedStack.settings().get("kafka");
    }

    /** Where the shared mail sink keeps its messages. */
    public static Path mailFolder() {
        return Path.of(SharedStack.settings().get("mail.folder"));
    }
}
