package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Adds many contacts at once: the good ones in one transaction, the bad ones told by their place. */
@ApplicationScoped
class AddContacts {

    private final Contacts contacts;
    private final ContactReader reader;
    private final ContactPublisher publisher;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    AddContacts(
            Contacts contacts, ContactReader reader, ContactPublisher publisher, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.reader = reader;
        this.publisher = publisher;
        this.member = member;
        this.clock = clock;
    }

    /** Adds those items that are contacts; one result per item, in the order of the items. */
    @Transactional
    BatchResult add(List<JsonNode> items) {
        var now = clock.instant();
        var results = new ArrayList<BatchResult.Item>();
        var added = new ArrayList<Contact>();
        for (int index = 0; index < items.size(); index++) {
            try {
                var contact = read(items.get(index), now);
                added.add(contact);
                results.add(BatchResult.Item.added(index, contact.id()));
            } catch (ApiException e) {
                results.add(BatchResult.Item.rejected(index, e.problem()));
            }
        }
        contacts.persist(added);
        publisher.changed(added, now);
        return BatchResult.of(results);
    }

    private Contact read(JsonNode item, Instant now) {
        var details = ContactDetails.of(reader.read(item), member.id());
        return new Contact(UuidCreator.getTimeOrderedEpochPlus1(), details, now);
    }
}
