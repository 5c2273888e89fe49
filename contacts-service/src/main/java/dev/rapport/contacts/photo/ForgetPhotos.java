package dev.rapport.contacts.photo;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.Photo;
import dev.rapport.contacts.erasure.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Removes the pictures of erased contacts at once, unless somebody else has the very same one. */
@ApplicationScoped
class ForgetPhotos implements Forgets {

    private static final String REMOVE = """
            delete from photo p
            where p.workspace_id = :workspace and p.sha256 = any(:hashes::text[])
                and not exists (
                    select from contact c
                    where c.workspace_id = p.workspace_id and c.details -> 'photo' ->> 'sha256' = p.sha256)""";

    private final WorkspaceSql sql;

    @Inject
    ForgetPhotos(WorkspaceSql sql) {
        this.sql = sql;
    }

    @Override
    public void forget(Collection<Contact> erased) {
        var hashes = erased.stream()
                .map(contact -> contact.details().photo())
                .filter(Objects::nonNull)
                .map(Photo::sha256)
                .toList();
        if (!hashes.isEmpty()) {
            sql.update(REMOVE, Map.of("hashes", hashes));
        }
    }
}
