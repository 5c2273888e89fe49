package dev.rapport.stack;

import java.util.HashMap;
import java.util.Map;

/** The configuration of a service beside a {@link LocalStack}: environment variables, the same names as in a container. */
public final class ServiceEnvironment {

    private ServiceEnvironment() {}

    /**
     * Where a service listens, where it finds its stack, and whose tokens it takes.
     *
     * @param service whose database it is: contacts, engagement or notifier
     * @param port on the loopback address, for its API
     * @return a map that the caller may add to
     */
    public static Map<String, String> of(String service, int port, StackPorts stack, SigningKeys keys) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + stack.postgres() + "/" + service);
        environment.put("QUARKUS_DATASOURCE_USERNAME", LocalPostgres.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", LocalPostgres.PASSWORD);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + stack.kafka());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", keys.publicKey());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", TokenIssuer.ISSUER);
        environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", TokenIssuer.AUDIENCE);
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(stack.smtp()));
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        return environment;
    }
}
