package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * One record of a file, as a client of the API would state it.
 *
 * @param line where it starts, from 1
 * @param uid what the file calls it, without {@code urn:uuid:}; null when it has no name
 * @param contact in the JSON form of {@link dev.rapport.contacts.contact.ContactDetails}; all in it is valid. Never has a photo,
 *     circles or an introducer, and an owner only if the file states one. Empty when the record is of no use
 * @param circles names
 * @param introducedBy the uid of the introducer, who may be in the same file; null when unknown
 * @param photo null when there is none
 * @param customFieldTypes of each custom field of the contact: text, number, boolean, date, url or choice
 * @param faults what was left out and why
 */
public record ImportedRecord(
        long line,
        String uid,
        ObjectNode contact,
        List<String> circles,
        String introducedBy,
        ImportedPhoto photo,
        Map<String, String> customFieldTypes,
        List<Fault> faults) {

    /** Whether there is a contact in it. */
    public boolean isUsable() {
        return !contact.isEmpty();
    }

    /** A record of which nothing can be taken over. */
    static ImportedRecord unusable(long line, String field, String message) {
        return unusable(line, null, List.of(new Fault(line, field, message)));
    }

    static ImportedRecord unusable(long line, String uid, List<Fault> faults) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return new ImportedRecord(line, uid, nothing, List.of(), null, null, Map.of(), faults);
    }
}
