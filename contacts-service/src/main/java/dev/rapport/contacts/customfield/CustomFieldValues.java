package dev.rapport.contacts.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.ContactsByKey;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The values that the contacts of the caller's workspace have of a custom field. */
@ApplicationScoped
class CustomFieldValues {

    private static final String VALUES = """
            select c.details -> 'customFields' -> :field as value from contact c
            where c.workspace_id = :workspace and c.id = any(:ids::uuid[])""";

    private final WorkspaceSql sql;
    private final ContactsByKey contacts;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    CustomFieldValues(WorkspaceSql sql, ContactsByKey contacts, CurrentMember member, Clock clock) {
        this.sql = sql;
        this.contacts = contacts;
        this.member = member;
        this.clock = clock;
    }

    /** How many contacts have a value that the field, as it is given, does not take. */
    long misfits(CustomField field) {
        var misfits = new long[1];
        contacts.each(
                key(field.key()),
                ids -> misfits[0] += sql
                        .list(
                                VALUES,
                                Map.of("field", field.key(), "ids", ids),
                                row -> DetailsJson.read(row.getString("value"), JsonNode.class))
                        .stream()
                        .filter(value -> value != null && field.normal(value).isEmpty())
                        .count());
        return misfits[0];
    }

    /** Removes the field's values from all contacts. */
    void remove(String field) {
        contacts.change(
                key(field),
                new Origin(member.id(), Origin.Cause.CUSTOM_FIELD, null),
                contact -> without(contact, field));
    }

    private Contact without(Contact contact, String field) {
        var values = new HashMap<>(contact.details().customFields());
        values.remove(field);
        return contact.changed(DetailsJson.with(contact.details(), "customFields", values), clock.instant());
    }

    private String key(String field) {
        return ContactKeys.in(member.workspace()).hasField(field);
    }
}
