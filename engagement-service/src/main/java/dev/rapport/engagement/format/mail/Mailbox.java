package dev.rapport.engagement.format.mail;

import dev.rapport.api.address.Address;
import java.util.Optional;

/**
 * A person in a header.
 *
 * @param name decoded; null when there is none
 * @param text the address as it is written, which need not be a good one
 */
record Mailbox(String name, String text) {

    Optional<Address> address() {
        return Address.email(text);
    }
}
