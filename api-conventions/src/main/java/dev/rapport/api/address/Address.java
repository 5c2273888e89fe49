package dev.rapport.api.address;

import java.util.Locale;
import java.util.Optional;

/**
 * One way to reach or recognise a person, in the form in which equal addresses are equal.
 *
 * @param value emails in lower case, phones in E.164, handles as {@code network:name} in lower case
 */
public record Address(Kind kind, String value) {

    /** The kinds of address. In JSON: lower case. */
    public enum Kind {
        EMAIL,
        PHONE,
        HANDLE;

        /** The name in JSON. */
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads an address of any kind: {@code network:name} is a handle, text with an {@code @} an email address, anything that
     * begins with {@code +} a phone number; {@code mailto:} and {@code tel:} are understood. Empty when it is none of them.
     */
    public static Optional<Address> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var bare = text.strip();
        var lower = bare.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:")) {
            return email(bare);
        }
        if (lower.startsWith("tel:") || bare.startsWith("+")) {
            return phone(bare);
        }
        if (bare.indexOf(':') > 0) {
            return handle(bare);
        }
        return email(bare);
    }

    /** An email address; empty when the text is none. */
    public static Optional<Address> email(String text) {
        return Emails.normalise(text).map(value -> new Address(Kind.EMAIL, value));
    }

    /** A phone number in international form; empty when the text is none. */
    public static Optional<Address> phone(String text) {
        return Phones.normalise(text).map(value -> new Address(Kind.PHONE, value));
    }

    /** A handle {@code network:name}; empty when the text is none. */
    public static Optional<Address> handle(String text) {
        return Handles.normalise(text).map(value -> new Address(Kind.HANDLE, value));
    }
}
