package dev.rapport.contacts.exporting;

import dev.rapport.api.paging.Page;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactFilter;
import dev.rapport.contacts.contact.ContactSort;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.format.ContactFileWriter;
import dev.rapport.contacts.format.ContactFormat;
import dev.rapport.contacts.format.ExportedContact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Writes contacts into a file, oldest first, page by page: what stood throughout is in it once, whatever comes and goes
 * meanwhile.
 */
@ApplicationScoped
class ExportContacts {

    private static final int PAGE = 200;

    private final Contacts contacts;
    private final ExportExtras extras;

    @Inject
    ExportContacts(Contacts contacts, ExportExtras extras) {
        this.contacts = contacts;
        this.extras = extras;
    }

    /** The first contacts that pass the filter; 400 when the filter is not valid. */
    Page<Contact> first(ContactFilter filter) {
        return contacts.list(page(filter, null));
    }

    /**
     * Writes the file. It is completed only when all has gone well: what broke off must not look like a whole.
     *
     * @param first what {@link #first} returned for the filter
     */
    void write(Page<Contact> first, ContactFilter filter, ContactFormat format, OutputStream out) throws IOException {
        @SuppressWarnings("resource") // Closing completes the file, which a failure must not.
        var file = format.writer(out);
        var page = first;
        write(page, file);
        while (page.next() != null) {
            page = contacts.list(page(filter, page.next()));
            write(page, file);
        }
        file.close();
    }

    private void write(Page<Contact> page, ContactFileWriter file) throws IOException {
        var circles = new TreeSet<UUID>();
        page.items().forEach(it -> circles.addAll(it.details().circles()));
        var names = extras.circleNames(circles);
        var types = extras.customFieldTypes();
        for (var contact : page.items()) {
            file.write(exported(contact, names, types));
        }
    }

    private ExportedContact exported(Contact contact, Map<UUID, String> names, Map<String, String> types) {
        var details = contact.details();
        var ownTypes = new TreeMap<>(types);
        ownTypes.keySet().retainAll(details.customFields().keySet());
        var photo = details.photo() == null
                ? null
                : extras.photo(details.photo().sha256()).orElse(null);
        return new ExportedContact(
                contact.id(),
                details,
                details.circles().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                photo,
                ownTypes,
                contact.createdAt(),
                contact.updatedAt());
    }

    private static ContactFilter page(ContactFilter it, String cursor) {
        return new ContactFilter(
                it.owner(),
                it.relationship(),
                it.interest(),
                it.circle(),
                it.organization(),
                it.introducedBy(),
                it.address(),
                it.customField(),
                it.q(),
                it.updatedSince(),
                ContactSort.CREATED,
                null,
                false,
                PAGE,
                cursor);
    }
}
