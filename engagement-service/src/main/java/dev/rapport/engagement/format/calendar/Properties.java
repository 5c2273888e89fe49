package dev.rapport.engagement.format.calendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The properties of one component; those that cannot be read are not there. */
final class Properties {

    private static final int MOST_OF_A_NAME = 5_000;

    private final Map<String, List<VObjectProperty>> byName = new HashMap<>();

    private Properties() {}

    /**
     * Parses the text of a component.
     *
     * @param isOld whether it is of vCalendar 1.0
     */
    static Properties of(String text, boolean isOld) throws IOException {
        var properties = new Properties();
        var rules = new SyntaxRules(isOld ? SyntaxStyle.OLD : SyntaxStyle.NEW);
        try (var reader = new VObjectReader(new StringReader(text), rules)) {
            reader.parse(properties.new Listener());
        }
        return properties;
    }

    /** All properties of this name. */
    List<VObjectProperty> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The first property of this name; null when there is none. */
    VObjectProperty first(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The value of the first property of this name as text; empty when there is none. */
    String text(String name) {
        var first = first(name);
        return first == null
                ? ""
                : VObjectPropertyValues.unescape(first.getValue()).strip();
    }

    /** The value of the first property of this name in upper case. */
    String code(String name) {
        return text(name).toUpperCase(Locale.ROOT);
    }

    /** A parameter without the quotes that some programs write twice; empty when there is none. */
    static String parameter(VObjectProperty property, String name) {
        var value = property.getParameters().first(name);
        return value == null ? "" : value.replace("\"", "").strip();
    }

    private final class Listener implements VObjectDataListener {
        @Override
        public void onComponentBegin(String name, Context context) {}

        @Override
        public void onComponentEnd(String name, Context context) {}

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            var all = byName.computeIfAbsent(property.getName().toUpperCase(Locale.ROOT), it -> new ArrayList<>(1));
            if (all.size() < MOST_OF_A_NAME) {
                all.add(property);
            }
        }

        @Override
        public void onVersion(String value, Context context) {}

        @Override
        public void onWarning(Warning warning, VObjectProperty property, Exception cause, Context context) {}
    }
}
