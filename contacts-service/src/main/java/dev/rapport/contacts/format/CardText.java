package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of cards: escaped and folded so that no value can end its property. */
final class CardText implements AutoCloseable {

    /** What RFC 6350 does not have in any text: control characters but tab and, escaped, newline. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    private static final int NO_PREFERENCE = 0;
    private static final List<String> LISTS = List.of("emails", "phones", "handles", "websites");

    private final VObjectWriter out;
    private int groups;

    CardText(OutputStream file) {
        var writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        out = new VObjectWriter(writer, SyntaxStyle.NEW);
        out.setCaretEncodingEnabled(true);
    }

    void begin() throws IOException {
        groups = 0;
        out.writeBeginComponent("VCARD");
        out.writeVersion("4.0");
    }

    void end() throws IOException {
        out.writeEndComponent("VCARD");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    void text(String name, JsonNode value) throws IOException {
        if (value.isTextual()) {
            text(name, value.asText());
        }
    }

    void text(String name, String value) throws IOException {
        property(name, Map.of(), escaped(value));
    }

    /** @param value escaped; nothing is written for null */
    void property(String name, Map<String, String> parameters, String value) throws IOException {
        write(null, name, parameters, value);
    }

    /** A property whose label stands beside it in a group, as Apple does it. */
    void grouped(String name, String label, String value) throws IOException {
        grouped(name, label, Map.of(), value);
    }

    /**
     * A property with what it is for: as types if there are such, else in a group.
     *
     * @param preference from 1, 0 for none
     * @param label may be null
     */
    void labelled(String name, int preference, String label, Map<String, String> parameters, String value)
            throws IOException {
        var all = new LinkedHashMap<>(parameters);
        if (preference != NO_PREFERENCE) {
            all.put("PREF", String.valueOf(preference));
        }
        var types = label == null ? List.<String>of() : CardLabels.types(label);
        if (label == null || !types.isEmpty()) {
            all.put("TYPE", types.isEmpty() ? null : String.join(",", types));
            write(null, name, all, value);
        } else {
            grouped(name, label, all, value);
        }
    }

    static Map<String, String> parameters(String name, String value, String otherName, String otherValue) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(name, value);
        parameters.put(otherName, otherValue);
        return parameters;
    }

    static String escaped(String text) {
        return VObjectPropertyValues.escape(printable(text)).replace("\n", "\\n");
    }

    static String list(List<String> values) {
        return String.join(",", values.stream().map(CardText::escaped).toList());
    }

    static String structure(List<JsonNode> parts) {
        return String.join(";", parts.stream().map(it -> escaped(it.asText(""))).toList());
    }

    /** A day in the basic form that vCard 4.0 has for it; null when there is none. */
    static String day(JsonNode day) {
        if (!day.isTextual()) {
            return null;
        }
        var text = day.asText();
        return text.startsWith("--") ? "--" + text.substring(2).replace("-", "") : text.replace("-", "");
    }

    /** The fields that are not the same once they have been text of a vCard. */
    static ObjectNode beyondText(ObjectNode contact, List<String> circleNames) {
        var fields = JsonNodeFactory.instance.objectNode();
        contact.properties().stream()
                .filter(field -> !field.getKey().equals("customFields") && isBeyondText(field.getValue()))
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        if (LISTS.stream().anyMatch(fields::has)) {
            fields.set("labels", contact.path("labels").isObject() ? contact.get("labels") : fields.objectNode());
        }
        if (circleNames.stream().anyMatch(it -> CONTROL.matcher(it).find())) {
            circleNames.forEach(fields.putArray("circleNames")::add);
        }
        return fields;
    }

    private static boolean isBeyondText(JsonNode value) {
        if (value.isContainerNode()) {
            return value.valueStream().anyMatch(CardText::isBeyondText);
        }
        return value.isTextual() && CONTROL.matcher(value.asText()).find();
    }

    private void grouped(String name, String label, Map<String, String> parameters, String value) throws IOException {
        var group = "item" + ++groups;
        write(group, name, parameters, value);
        write(group, "X-ABLABEL", Map.of(), escaped(label));
    }

    private void write(String group, String name, Map<String, String> parameters, String value) throws IOException {
        if (value == null) {
            return;
        }
        var written = new VObjectParameters();
        parameters.forEach((key, it) -> {
            if (it != null) {
                written.put(key, printable(it));
            }
        });
        out.writeProperty(group, name, written, value);
    }

    private static String printable(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
    }
}
