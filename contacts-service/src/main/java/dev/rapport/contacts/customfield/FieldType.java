package dev.rapport.contacts.customfield;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a custom field are. In JSON: lower case. */
public enum FieldType {
    TEXT("text of up to 2,000 characters"),
    NUMBER("a number of up to 15 digits"),
    BOOLEAN("true or false"),
    DATE("a date, such as 2026-03-31"),
    URL("an http or https URL of up to 2,000 characters"),
    CHOICE("one of the field's choices");

    private static final int LONGEST = 2_000;

    /** What every reader of JSON keeps exactly, as it may read numbers as IEEE 754 doubles (RFC 7493, section 2.2). */
    private static final int MOST_DIGITS = 15;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String meaning;

    FieldType(String meaning) {
        this.meaning = meaning;
    }

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this name in JSON. */
    public static FieldType of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }

    /** What a value must be. */
    String meaning() {
        return meaning;
    }

    /** The value in its normal form, in which equal values are equal; empty when it is none of this type. */
    Optional<JsonNode> normal(JsonNode value, List<String> choices) {
        return switch (this) {
            case TEXT -> text(value);
            case NUMBER -> number(value);
            case BOOLEAN -> Optional.of(value).filter(JsonNode::isBoolean);
            case DATE -> text(value).filter(it -> isDate(it.asText()));
            case URL -> text(value).filter(it -> isUrl(it.asText()));
            case CHOICE -> text(value).filter(it -> choices.contains(it.asText()));
        };
    }

    private static Optional<JsonNode> text(JsonNode value) {
        return Optional.of(value).filter(it -> it.isTextual() && isText(it.asText()));
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST && isStorable(text);
    }

    /** PostgreSQL cannot store NUL, and no UTF-8 text has half of a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(it -> it == 0 || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE));
    }

    private static Optional<JsonNode> number(JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            return Optional.empty();
        }
        var plain = value.decimalValue().stripTrailingZeros();
        boolean isShort = plain.precision() <= MOST_DIGITS
                && plain.precision() - plain.scale() <= MOST_DIGITS
                && plain.scale() <= 2 * MOST_DIGITS;
        return isShort ? Optional.of(asRead(plain)) : Optional.empty();
    }

    /** The very node that the stored number is read as, so that a value equals itself after it was stored. */
    private static JsonNode asRead(BigDecimal plain) {
        if (plain.scale() > 0) {
            return DoubleNode.valueOf(plain.doubleValue());
        }
        long whole = plain.longValueExact();
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }

    private static boolean isDate(String text) {
        try {
            return DAY.matcher(text).matches() && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
