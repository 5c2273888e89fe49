package dev.rapport.contacts.merging;

import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.erasure.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/** Removes what merges keep of erased contacts for their undo. */
@ApplicationScoped
class ForgetMerged implements Forgets {

    private final Merges merges;

    @Inject
    ForgetMerged(Merges merges) {
        this.merges = merges;
    }

    @Override
    public void forget(Collection<Contact> erased) {
        erased.forEach(contact -> merges.forget(contact.id()));
    }
}
