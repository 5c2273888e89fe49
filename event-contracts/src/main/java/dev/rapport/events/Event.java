package dev.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event in its envelope: the CloudEvents attributes that Rapport uses.
 *
 * @param id unique per event; a consumer that saw it once ignores it from then on
 * @param workspace the tenant it belongs to
 * @param time when the change was made
 * @param data what happened
 */
public record Event<T extends AboutContact>(UUID id, String workspace, Instant time, T data) {

    /** The Kafka key: everything about one contact stays in one partition, in order. */
    public String key() {
        return data.wholeWorkspace() ? workspace : workspace + "/" + data.contactId();
    }
}
