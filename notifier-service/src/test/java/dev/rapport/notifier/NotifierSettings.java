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
            return Map.ofEntries(
                    Map.entry("rapport.clock.offset-file", offset.toString()),
                    Map.entry("quarkus.mailer.port", String.valueOf(port)),
                    Map.entry("rapport.reminders.settle", "1s"),
                    Map.entry("rapport.alerts.settle", "1s"),
                    Map.entry("rapport.email.trusted-domains", "example.org"),
                    Map.entry("rapport.email.pause-after", "4"),
                    Map.entry("rapport.email.probe", "1s"),
                    Map.entry("rapport.delivery.timeout", "3s"),
                    Map.entry("rapport.delivery.first-retry", "0.2s"),
                    Map.entry("rapport.delivery.longest-retry", "1s"),
                    // Three attempts within a second; then it is given up, and the endpoint paused.
                    Map.entry("rapport.webhooks.allowed-hosts", "127.0.0.1,localhost"),
                    Map.entry("rapport.webhooks.timeout", "2s"),
                    Map.entry("rapport.webhooks.schedule", "0.3s,0.3s"),
                    Map.entry("rapport.webhooks.pause-after", "0.4s"),
                    Map.entry("rapport.webhooks.probe-every", "0.5s"));
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
