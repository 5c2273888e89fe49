package dev.rapport.messaging;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param source the CloudEvents source of everything it publishes
 * @param rows the most outbox rows per round
 * @param poll how often it looks without being woken: finds what other instances committed
 * @param retry how long it waits after a failure, and between attempts to take over from another relay
 * @param fence how long a holder may be silent before the server ends its session, and with it its lock; must exceed the
 *     poll interval and the producer's delivery timeout
 */
public record RelaySettings(String source, int rows, Duration poll, Duration retry, Duration fence) {

    /** Settings that suit a service: rounds of 500 rows, a look every second, take-over within 15 seconds. */
    public static RelaySettings of(String source) {
        return new RelaySettings(source, 500, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(15));
    }
}
