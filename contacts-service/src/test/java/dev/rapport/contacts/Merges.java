package dev.rapport.contacts;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Merges contacts as far as their rows are concerned. */
@ApplicationScoped
public class Merges {

    @Inject
    OnBehalf onBehalf;

    @Inject
    Contacts contacts;

    @Inject
    WriteContacts write;

    @Inject
    Clock clock;

    /** Has the second contact stand for the first. */
    public void merge(Client client, String merged, String survivor) {
        onBehalf.of(new Member(client.workspace(), client.member()), () -> {
            var before = contacts.find(UUID.fromString(merged)).orElseThrow();
            var after = before.merged(UUID.fromString(survivor), clock.instant());
            write.write(
                    List.of(new ContactWrite(ContactWrite.Kind.MERGED, before, after)),
                    new Origin(client.member(), Origin.Cause.MERGE, UUID.randomUUID()));
            return after;
        });
    }
}
