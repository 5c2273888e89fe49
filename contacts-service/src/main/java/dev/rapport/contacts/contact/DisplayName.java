package dev.rapport.contacts.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to call a contact whose owner chose no display name. */
final class DisplayName {

    private DisplayName() {}

    /**
     * The given and family name if there is either, else the organization, else the first address; empty when the
     * contact has none of these. Blank parts count as absent.
     */
    static Optional<String> derive(String given, String family, String organization, List<String> addresses) {
        var fullName = present(Stream.of(given, family)).collect(Collectors.joining(" "));
        return present(Stream.concat(Stream.of(fullName, organization), addresses.stream()))
                .findFirst();
    }

    /** Given and organization may be null; {@code Stream} holds nulls where {@code List.of} would not. */
    private static Stream<String> present(Stream<String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isBlank());
    }
}
