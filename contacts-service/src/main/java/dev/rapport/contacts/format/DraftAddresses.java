package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.address.Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Emails, phones, handles and websites of a record in the making, with their labels. */
final class DraftAddresses {

    private static final Pattern MAILBOX = Pattern.compile("[^<>]*<\\s*([^<>]+?)\\s*>");
    private static final Pattern HOST_FIRST = Pattern.compile("(?i)[a-z0-9][a-z0-9.-]*\\.[a-z]{2,}([/:?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

    /** Longer than any address; patterns are slow on long texts. */
    private static final int LONGEST = 2_000;

    private final Draft draft;
    private final ObjectNode contact;
    private final PhoneNumbers numbers;

    DraftAddresses(Draft draft, ObjectNode contact, String region) {
        this.draft = draft;
        this.contact = contact;
        this.numbers = new PhoneNumbers(region);
    }

    /** An email address, also as {@code Jane Doe <jane@example.org>} or {@code mailto:}. */
    void email(long line, String text, String label) {
        if (isNone(line, "emails", text)) {
            return;
        }
        var mailbox = MAILBOX.matcher(text.strip());
        var bare = mailbox.matches() ? mailbox.group(1) : text.strip();
        var email = Address.email(bare);
        if (email.isEmpty()) {
            draft.fault(line, "emails", text, "is no email address, such as jane@example.org");
        } else {
            add(line, "emails", email.get().value(), label);
        }
    }

    /** A phone number; its extension, which no number in international form has, goes into the label. */
    void phone(long line, String text, String label) {
        if (isNone(line, "phones", text)) {
            return;
        }
        var number = numbers.read(text);
        if (number.isEmpty()) {
            draft.fault(line, "phones", text, numbers.hint());
            return;
        }
        var extension = number.get().extension();
        var said = label == null || label.isBlank() ? "" : label.strip() + ", ";
        add(line, "phones", number.get().e164(), extension == null ? label : said + "ext. " + extension);
    }

    /** A name on a network, as {@code network:name}. */
    void handle(long line, String text, String label) {
        if (isNone(line, "handles", text)) {
            return;
        }
        var handle = Address.handle(text).map(Address::value).filter(it -> it.length() <= Limits.item("handles"));
        if (handle.isEmpty()) {
            draft.fault(line, "handles", text, "is no handle: network:name, such as linkedin:jane-doe");
        } else {
            add(line, "handles", handle.get(), label);
        }
    }

    /** A page that may be a profile on a network, which then is a handle. */
    void page(long line, String text, String label) {
        var handle = text == null ? null : Profiles.handle(text).orElse(null);
        if (handle == null) {
            website(line, text, label);
        } else {
            handle(line, handle, label);
        }
    }

    /** A website; {@code https://} where the scheme is missing. */
    void website(long line, String text, String label) {
        if (isNone(line, "websites", text)) {
            return;
        }
        var bare = text.strip();
        var url = !SCHEME.matcher(bare).matches() || HOST_FIRST.matcher(bare).matches() ? "https://" + bare : bare;
        if (isWebsite(url)) {
            draft.checked(line, "websites", url, Limits.item("websites"))
                    .ifPresent(it -> add(line, "websites", it, label));
        } else {
            draft.fault(line, "websites", text, "is no URL, such as https://jane.example.org");
        }
    }

    /** What an address that the record has is for; false when it has no such address. */
    boolean label(long line, String address, String label) {
        boolean isKnown = contact.properties().stream()
                .filter(field -> field.getValue().isArray())
                .flatMap(field -> field.getValue().valueStream())
                .anyMatch(value -> value.isTextual() && value.asText().equals(address));
        if (isKnown) {
            put(line, address, label);
        }
        return isKnown;
    }

    private boolean isNone(long line, String field, String text) {
        boolean isTooLong = text != null && text.length() > LONGEST;
        if (isTooLong) {
            draft.fault(line, field, text, "is longer than " + LONGEST + " characters");
        }
        return isTooLong || text == null || text.isBlank();
    }

    private void add(long line, String list, String value, String label) {
        if (draft.add(line, list, value)) {
            put(line, value, label);
        }
    }

    private void put(long line, String address, String label) {
        draft.checked(line, "labels", label, Limits.LABEL)
                .ifPresent(text -> contact.withObjectProperty("labels").putIfAbsent(address, contact.textNode(text)));
    }

    private static boolean isWebsite(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
