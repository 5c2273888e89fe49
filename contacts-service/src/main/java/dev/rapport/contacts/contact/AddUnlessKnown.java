package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds a contact unless the workspace has one with any of its addresses; of two who do so at once, one comes first. */
@ApplicationScoped
class AddUnlessKnown {

    private final ContactReader reader;
    private final Contacts contacts;
    private final AddContact addContact;
    private final ChangeContact changeContact;

    @Inject
    AddUnlessKnown(ContactReader reader, Contacts contacts, AddContact addContact, ChangeContact changeContact) {
        this.reader = reader;
        this.contacts = contacts;
        this.addContact = addContact;
        this.changeContact = changeContact;
    }

    /**
     * The contact that was added or, to be told by its version, the one that has got what the body says.
     *
     * @param isNew whether it was added
     */
    record Outcome(Contact contact, boolean isNew) {}

    /** Adds the contact, or does what was asked for where it is known; {@link AddressTaken} for refused ones. */
    @Transactional
    Outcome add(JsonNode body, OnDuplicate onDuplicate) {
        var details = reader.read(body);
        var known = onDuplicate == OnDuplicate.ALLOW ? Optional.<Contact>empty() : contacts.claim(details.addresses());
        if (known.isEmpty()) {
            return new Outcome(addContact.add(details), true);
        }
        if (onDuplicate == OnDuplicate.REFUSE) {
            throw new AddressTaken(known.get().id());
        }
        return new Outcome(merged(known.get(), details), false);
    }

    private Contact merged(Contact known, ContactDetails news) {
        var survivor = new UnitedDetails.Part(known.id(), known.details());
        var united = UnitedDetails.of(survivor, List.of(new UnitedDetails.Part(null, news)), Map.of());
        return changeContact.changed(known, reader.united(united));
    }
}
