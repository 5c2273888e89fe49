package dev.rapport.notifier;

import dev.rapport.stack.StackPorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A clock that tests can move, a mail server's port that tests open and close, and a service that does not dawdle. */
public final class NotifierSettings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path offset = Files.createTempDirectory("rapport-clock").resolve("offset");
            Files.writeString(offset, "PT0S");
            int port = StackPorts.free().smtp();
            System.setProperty("test.clock.file", offset.toString());
            System.setProperty("test.smtp.port", String.valueOf(port));
            return Map.of(
                    "rapport.clock.offset-file",
                    offset.toString(),
                    "quarkus.mailer.port",
                    String.valueOf(port),
                    "rapport.reminders.settle",
                    "1s",
                    "rapport.alerts.settle",
                    "1s",
                    "rapport.delivery.timeout",
                    "3s",
                    "rapport.delivery.first-retry",
                    "0.2s",
                    "rapport.delivery.longest-retry",
                    "1s");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After the stack, whose mail server this replaces. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void stop() {}
}
