package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactWrite;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The contacts as one import finds and leaves them: the workspace's own, or, for a dry run, drafts that cover them. */
interface Landing {

    /** Those of these sources that are known, by their refs. */
    Map<String, Source> sources(Collection<String> refs);

    /** Present contacts that have any of these addresses and any of these names, each as a key; at most 5,000. */
    List<UUID> alike(Collection<String> addresses, Collection<String> names);

    /** Those of these contacts that exist, also in the bin and merged ones; they stay as they are in this transaction. */
    Map<UUID, Contact> lock(Collection<UUID> ids);

    /** The present contact that stands for this id. */
    Optional<UUID> survivorOf(UUID id);

    /** Those of these contacts that this import had already. */
    Set<UUID> had(Collection<UUID> contacts);

    /** Writes contacts and sources in the transaction under way. */
    void write(List<ContactWrite> writes, Collection<Source> sources);
}
