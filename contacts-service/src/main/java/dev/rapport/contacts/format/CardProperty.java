package dev.rapport.contacts.format;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A property of a card.
 *
 * @param line where it begins in the file
 * @param group in lower case, empty when there is none
 * @param name in upper case
 * @param value with its escapes
 */
record CardProperty(long line, String group, String name, VObjectProperty property, String value) {

    private static final int LEAST_PREFERRED = 101;

    static CardProperty of(long line, VObjectProperty property, String value) {
        var group = property.getGroup() == null ? "" : property.getGroup().toLowerCase(Locale.ROOT);
        return new CardProperty(line, group, property.getName().strip().toUpperCase(Locale.ROOT), property, value);
    }

    /** The value as one text. */
    String text() {
        return VObjectPropertyValues.unescape(value);
    }

    /** The value as a list of texts. */
    List<String> list() {
        return VObjectPropertyValues.parseList(value);
    }

    /** The parts of a value with parts; several values of a part are joined. */
    List<String> parts(String separator) {
        return VObjectPropertyValues.parseStructured(value).stream()
                .map(values -> values.stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(separator)))
                .toList();
    }

    /** The first value of a parameter; null when there is none. */
    String parameter(String name) {
        return property.getParameters().first(name);
    }

    /** What the property is for: its types in lower case, also the nameless ones of vCard 2.1. */
    Set<String> types() {
        var parameters = property.getParameters().getMap();
        return Stream.of(parameters.get("TYPE"), parameters.get(null))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .flatMap(it -> List.of(it.split(",")).stream())
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** 1 for the most preferred; what states no preference comes last. */
    int preference() {
        if (property.getParameters().getMap().isEmpty()) {
            return LEAST_PREFERRED;
        }
        var stated = parameter("PREF");
        if (stated != null && stated.matches("[0-9]{1,3}")) {
            return Integer.parseInt(stated);
        }
        return types().contains("pref") ? 1 : LEAST_PREFERRED;
    }

    boolean isUri() {
        return "uri".equalsIgnoreCase(parameter("VALUE")) || "url".equalsIgnoreCase(parameter("VALUE"));
    }
}
