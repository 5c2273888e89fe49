package dev.rapport.contacts.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.idempotency.ForgetAnswers;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.ForgetWords;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.WriteContacts;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Erases contacts with everything that this service keeps of them, and tells the other services to do likewise: one
 * transaction. Of each contact nothing stays but its id, in its tombstone and in the erasure.
 */
@ApplicationScoped
public class EraseContacts {

    @Inject
    Contacts contacts;

    @Inject
    ErasedGroup group;

    @Inject
    WriteContacts write;

    @Inject
    Erasures erasures;

    @Inject
    ForgetWords forgetWords;

    @Inject
    ForgetAnswers forgetAnswers;

    @Inject
    @All
    List<Forgets> others;

    @Inject
    WorkspaceSql sql;

    @Inject
    CurrentMember member;

    @Inject
    Clock clock;

    /**
     * Erases those of these contacts that are wanted, each with all that were merged with it.
     *
     * @param wanted decides on each contact once nobody can change it any more
     * @return empty when none of them is there and wanted
     */
    @Transactional
    public Optional<Erasure> erase(Collection<UUID> ids, Predicate<Contact> wanted) {
        var locked = group.lock(ids);
        var chosen = ids.stream()
                .filter(id -> locked.containsKey(id) && wanted.test(locked.get(id)))
                .toList();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        var gone = group.of(chosen).stream().sorted().map(locked::get).toList();
        var goneIds = gone.stream().map(Contact::id).toList();
        var erasure = Erasure.ofContacts(UuidCreator.getTimeOrderedEpochPlus1(), goneIds, clock.instant(), member.id());
        erasures.add(erasure);
        erase(gone, erasure);
        clearIntroducer(goneIds, erasure);
        forgetWords.of(gone);
        forgetAnswers.about(goneIds);
        others.forEach(it -> it.forget(gone));
        return Optional.of(erasure);
    }

    /** Deletes the contacts and their histories, but for their tombstones, and publishes that they are erased. */
    void erase(Collection<Contact> gone, Erasure erasure) {
        Instant now = clock.instant();
        write.write(
                gone.stream()
                        .map(it -> new ContactWrite(ContactWrite.Kind.ERASED, it, it.deleted(now)))
                        .toList(),
                origin(erasure));
        sql.update(
                "delete from contact_change where workspace_id = :workspace and contact_id = any(:ids::uuid[])"
                        + " and kind <> 'erased'",
                Map.of("ids", gone.stream().map(Contact::id).toList()));
    }

    private void clearIntroducer(List<UUID> introducers, Erasure erasure) {
        for (var introduced = group.introducedBy(introducers);
                !introduced.isEmpty();
                introduced = group.introducedBy(introducers)) {
            var now = clock.instant();
            var locked = contacts.lock(introduced.stream().map(Contact::id).toList());
            write.write(
                    locked.values().stream()
                            .map(it -> ContactWrite.changed(it, it.changed(notIntroduced(it.details()), now)))
                            .toList(),
                    origin(erasure));
        }
    }

    private static ContactDetails notIntroduced(ContactDetails details) {
        var tree = DetailsJson.tree(details);
        tree.remove("introducedBy");
        return DetailsJson.read(tree, ContactDetails.class);
    }

    private static Origin origin(Erasure erasure) {
        return new Origin(erasure.requestedBy(), Origin.Cause.ERASURE, erasure.id());
    }
}
