package dev.rapport.notifier.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a delivery is. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    FAILED;

    /** The name in JSON and in the database. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
