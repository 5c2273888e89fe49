package dev.rapport.engagement.signal;

import dev.rapport.engagement.directory.ContactKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a transaction has changed about signals, to be settled before it ends. */
final class Unsettled {

    private final Set<Settle.Target> targets = new HashSet<>();
    private final List<Signal> besides = new ArrayList<>();

    /** A signal as it was before it was changed: what it was one with may not be so any more. */
    void was(Signal before) {
        if (before.isMatched()) {
            targets.add(new Settle.Target(before.contact(), before.bucket()));
        }
    }

    /** A signal as it is stored now. */
    void is(Signal after) {
        was(after);
        if (!after.isMatched() || after.isRetracted()) {
            besides.add(after);
        }
    }

    /** Contacts that became one with others, or are so no more. */
    void regrouped(Collection<ContactKey> contacts) {
        contacts.forEach(contact -> targets.add(new Settle.Target(contact, null)));
    }

    void settle(Connection transaction, Instant now) throws SQLException {
        if (!targets.isEmpty() || !besides.isEmpty()) {
            Settle.run(transaction, targets, besides, now);
        }
    }
}
