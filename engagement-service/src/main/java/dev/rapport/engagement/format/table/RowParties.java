package dev.rapport.engagement.format.table;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Whom a row of a table names: by contact id, email address, phone number, or an address of any kind. */
final class RowParties {

    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Set<String> own;
    private boolean isAnyNamed;

    private RowParties(Set<String> own) {
        this.own = own;
    }

    /** The counterparts of a row; empty when it names nobody but the member. */
    static List<Party> of(Cells row, Set<String> own) throws FaultyField {
        var named = new RowParties(own);
        for (var id : row.all("contactId")) {
            named.contact(id);
        }
        named.addresses(row, "email", Address::email, "is no email address");
        named.addresses(
                row, "phone", Address::phone, "is no phone number in international form, such as +49 30 123456");
        named.addresses(
                row, "address", Address::parse, "is no email address, international phone number or network:name");
        if (!named.isAnyNamed) {
            throw new FaultyField(
                    "address", "the row names nobody: an email address, a phone number or a contact's id is needed");
        }
        return new ArrayList<>(named.parties.values());
    }

    private void contact(String text) throws FaultyField {
        isAnyNamed = true;
        try {
            var id = UUID.fromString(text);
            parties.put(id.toString(), Party.of(id));
        } catch (IllegalArgumentException e) {
            throw new FaultyField("contactId", "is no UUID");
        }
    }

    /** An email address beside a phone number is the same person: only the first column that names somebody counts. */
    private void addresses(Cells row, String field, Function<String, Optional<Address>> reading, String fault)
            throws FaultyField {
        if (isAnyNamed) {
            return;
        }
        var names = row.first("name");
        for (var cell : row.all(field)) {
            for (var part : cell.split("[;,]", -1)) {
                if (!part.isBlank()) {
                    isAnyNamed = true;
                    add(reading.apply(bare(part)).orElseThrow(() -> new FaultyField(field, fault)), names);
                }
            }
        }
    }

    /** The address within {@code Name <address>}. */
    private static String bare(String text) {
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        return (open >= 0 && close > open ? text.substring(open + 1, close) : text).strip();
    }

    private void add(Address address, String name) {
        if (!own.contains(address.value()) && parties.size() < FoundInteraction.MOST_PARTIES) {
            parties.putIfAbsent(address.value(), Party.of(address, name));
        }
    }
}
