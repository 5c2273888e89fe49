package dev.rapport.contacts.erasure;

import dev.rapport.contacts.contact.Contact;
import java.util.Collection;

/** A feature that keeps something about contacts beyond the contacts themselves, and forgets it when they are erased. */
public interface Forgets {

    /** Forgets everything about these contacts, whose rows are gone already, in the transaction that erases them. */
    void forget(Collection<Contact> erased);
}
