package dev.rapport.engagement.format;

import dev.rapport.api.address.Address;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody other than the member who took part: a contact by its id, or anybody by an address.
 *
 * @param contactId the contact; null when the address names the party
 * @param address normalised ({@link Address#value()}); null when the id names the party
 * @param name what the file calls the party, for people to read; null when it does not say
 */
public record Party(UUID contactId, String address, String name) {

    /** The longest name kept, in characters. */
    public static final int LONGEST_NAME = 200;

    /** One of the two names the party. */
    public Party {
        if ((contactId == null) == (address == null)) {
            throw new IllegalArgumentException("a party has a contactId or an address");
        }
        name = name == null || name.isBlank() ? null : Excerpt.line(name, LONGEST_NAME);
    }

    /** A party by its address. */
    public static Party of(Address address, String name) {
        return new Party(null, address.value(), name);
    }

    /** A contact by its id. */
    public static Party of(UUID contactId) {
        return new Party(Objects.requireNonNull(contactId), null, null);
    }
}
