package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.contact.BatchResult.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/** Adds, changes or deletes many contacts at once: the good items in one transaction, the bad ones told by their place. */
@ApplicationScoped
class ChangeContacts {

    private final Contacts contacts;
    private final ContactReader reader;
    private final WriteContacts write;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    ChangeContacts(Contacts contacts, ContactReader reader, WriteContacts write, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.reader = reader;
        this.write = write;
        this.member = member;
        this.clock = clock;
    }

    /** Adds those items that are contacts; one result per item, in the order of the items. */
    @Transactional
    BatchResult add(List<JsonNode> items) {
        var now = clock.instant();
        var writes = new ArrayList<ContactWrite>();
        return written(items, writes, index -> {
            var contact = Contact.added(UuidCreator.getTimeOrderedEpochPlus1(), reader.read(items.get(index)), now);
            writes.add(ContactWrite.added(contact));
            return Item.added(index, contact);
        });
    }

    /** Patches those contacts that are at the version told. */
    @Transactional
    BatchResult patch(List<JsonNode> items) {
        var now = clock.instant();
        var known = locked(items);
        var writes = new ArrayList<ContactWrite>();
        return written(items, writes, index -> {
            var item = reader.item(items.get(index), ContactBatch.Change.class);
            var contact = expected(known, writes, item.id(), item.version());
            var changed = contact.changed(reader.patched(contact, item.patch()), now);
            if (changed != contact) {
                writes.add(ContactWrite.changed(contact, changed));
            }
            return Item.changed(index, changed);
        });
    }

    /** Puts those contacts in the bin that are at the version told. */
    @Transactional
    BatchResult delete(List<JsonNode> items) {
        var now = clock.instant();
        var known = locked(items);
        var writes = new ArrayList<ContactWrite>();
        return written(items, writes, index -> {
            var item = reader.item(items.get(index), ContactBatch.Deletion.class);
            var contact = expected(known, writes, item.id(), item.version());
            writes.add(new ContactWrite(ContactWrite.Kind.DELETED, contact, contact.deleted(now)));
            return Item.deleted(index, contact.id());
        });
    }

    private BatchResult written(List<JsonNode> items, List<ContactWrite> writes, IntFunction<Item> each) {
        var results = new ArrayList<Item>();
        for (int index = 0; index < items.size(); index++) {
            try {
                results.add(each.apply(index));
            } catch (ApiException e) {
                results.add(Item.rejected(index, id(items.get(index)).orElse(null), e.problem()));
            }
        }
        write.write(writes, Origin.request(member.id()));
        return BatchResult.of(results);
    }

    private Map<UUID, Contact> locked(List<JsonNode> items) {
        return contacts.lock(
                items.stream().flatMap(item -> id(item).stream()).distinct().toList());
    }

    private static Optional<UUID> id(JsonNode item) {
        try {
            return Optional.of(item.path("id").asText())
                    .filter(text -> !text.isEmpty())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Contact expected(Map<UUID, Contact> known, List<ContactWrite> writes, UUID id, long version) {
        var contact = known.get(id);
        if (contact == null || !contact.isPresent()) {
            throw ApiException.notFound("contact");
        }
        if (writes.stream().anyMatch(write -> write.after().id().equals(id))) {
            throw ApiException.of(ProblemType.PRECONDITION_FAILED, "An earlier item of this batch changes it.");
        }
        IfMatch.version(version).check(contact.version());
        return contact;
    }
}
