package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a contact is called when nobody chose a name, as the API derives it. */
final class Derived {

    private static final List<String> NAMES = List.of("givenName", "middleName", "familyName");
    private static final List<String> LISTS = List.of("emails", "phones", "handles");

    /** Better than nothing to call a person by. */
    private static final List<String> REST =
            List.of("namePrefix", "nameSuffix", "phoneticGivenName", "phoneticFamilyName");

    private Derived() {}

    /** Takes away a chosen name that only repeats what follows from the rest; finds one where nothing follows. */
    static void nameFrom(ObjectNode contact) {
        var derived = name(contact);
        if (derived.filter(contact.path("displayName").asText()::equals).isPresent()) {
            contact.remove("displayName");
        }
        if (!isRecognisable(contact)) {
            joined(contact, REST).ifPresent(name -> contact.put("displayName", name));
        }
    }

    static boolean isRecognisable(ObjectNode contact) {
        return contact.has("displayName") || name(contact).isPresent();
    }

    private static Optional<String> name(ObjectNode contact) {
        return Stream.<Optional<String>>concat(
                        Stream.of(joined(contact, NAMES), text(contact, "nickname"), text(contact, "organization")),
                        LISTS.stream().map(list -> Optional.ofNullable(
                                        contact.path(list).get(0))
                                .map(it -> it.asText())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> joined(ObjectNode contact, List<String> fields) {
        var name = fields.stream().flatMap(it -> text(contact, it).stream()).collect(Collectors.joining(" "));
        return Optional.of(name).filter(it -> !it.isEmpty());
    }

    private static Optional<String> text(ObjectNode contact, String field) {
        return Optional.ofNullable(contact.get(field)).map(it -> it.asText());
    }
}
