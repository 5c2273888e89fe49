package dev.rapport.notifier.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Optional;

/** The mail server, under the names that Quarkus gives these settings. */
@ConfigMapping(prefix = "quarkus.mailer")
interface SmtpConfig {

    /** Who the mails are from. */
    @WithDefault("rapport@rapport.local")
    String from();

    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    /** Whether to speak TLS from the first byte. */
    @WithDefault("false")
    boolean ssl();

    /** Whether to change over to TLS: disabled, optional or required. */
    @WithDefault("OPTIONAL")
    StartTLSOptions startTls();

    /** Whether to log in: disabled, none (when the server asks for it) or required. */
    @WithDefault("NONE")
    LoginOption login();

    Optional<String> username();

    Optional<String> password();
}
