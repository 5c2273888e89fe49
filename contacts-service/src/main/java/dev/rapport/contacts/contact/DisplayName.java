package dev.rapport.contacts.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to call a contact. */
final class DisplayName {

    private DisplayName() {}

    /**
     * What the owner chose, else the parts of the name, the nickname, the organization or the first address; empty when
     * there is none of these. Blank parts count as absent.
     */
    static Optional<String> of(ContactDetails it) {
        return present(Stream.ofNullable(it.displayName())).findFirst().or(() -> derived(it, it.addresses()));
    }

    /**
     * What to call a contact whose owner chose nothing.
     *
     * @param addresses emails, then phones, then handles
     */
    static Optional<String> derived(ContactDetails it, List<String> addresses) {
        var fullName = present(Stream.of(it.givenName(), it.middleName(), it.familyName()))
                .collect(Collectors.joining(" "));
        return present(Stream.concat(Stream.of(fullName, it.nickname(), it.organization()), addresses.stream()))
                .findFirst();
    }

    private static Stream<String> present(Stream<String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isBlank());
    }
}
