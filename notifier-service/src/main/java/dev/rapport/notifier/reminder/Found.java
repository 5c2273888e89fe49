package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.Situation;

/** A contact's situation as the database has it, and the member whose contact it is. */
record Found(ContactKey key, String owner, Situation situation) {}
