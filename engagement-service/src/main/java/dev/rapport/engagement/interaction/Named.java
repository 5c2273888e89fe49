package dev.rapport.engagement.interaction;

import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import java.util.UUID;

/**
 * How a caller named a contact: by its id or by one of its addresses.
 *
 * @param contactId null when an address names it
 * @param address normalised; null when the id names it
 */
public record Named(UUID contactId, String address) {

    /**
     * Reads what a caller gave.
     *
     * @param at what stands before the names of the fields, in a list: {@code participants[1].}
     * @throws ApiException when it is not exactly one of both, or no address
     */
    public static Named of(UUID contactId, String address, String at) {
        if ((contactId == null) == (address == null)) {
            throw ApiException.invalid(at + "contactId", "or address must name the contact: one of them, not both");
        }
        return contactId != null ? new Named(contactId, null) : new Named(null, normalised(address, at));
    }

    /** The one that is given, as text. */
    public String text() {
        return contactId != null ? contactId.toString() : address;
    }

    private static String normalised(String text, String at) {
        return Address.parse(text)
                .map(Address::value)
                .orElseThrow(() -> ApiException.invalid(
                        at + "address",
                        "must be an email address, a phone number such as +4930123456 or network:name"));
    }
}
