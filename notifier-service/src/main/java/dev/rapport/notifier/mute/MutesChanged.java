package dev.rapport.notifier.mute;

import dev.rapport.notifier.batch.ContactKey;
import java.util.Set;

/** Fired, inside the transaction, which holds these contacts, when their owner has muted them or no longer does. */
public record MutesChanged(Set<ContactKey> contacts) {

    public MutesChanged {
        contacts = Set.copyOf(contacts);
    }
}
