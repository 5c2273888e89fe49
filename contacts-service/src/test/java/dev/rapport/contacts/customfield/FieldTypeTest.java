package dev.rapport.contacts.customfield;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rapport.contacts.contact.DetailsJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

    private static final ObjectMapper REQUESTS = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"100", "1e2", "100.0", "1.0E+2", "1000e-1", "100.00000000000"})
    void shouldBeTheSameNumberHoweverItIsWritten(String written) throws Exception {
        assertThat(number(json(written))).contains(json("100"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "1",
                "-7",
                "0.1",
                "1e-7",
                "123456.789012345",
                "2147483648",
                "999999999999999",
                "-999999999999999",
                "1e14",
                "0.000000000000001"
            })
    void shouldEqualItselfWhenItWasStored(String written) throws Exception {
        var normal = number(json(written)).orElseThrow();

        var kept = DetailsJson.read(DetailsJson.write(Map.of("n", normal)), JsonNode.class);
        var asPostgresWrites = new BigDecimal(normal.asText()).toPlainString();

        assertThat(kept.get("n")).isEqualTo(normal);
        assertThat(DetailsJson.read(asPostgresWrites, JsonNode.class)).isEqualTo(normal);
        assertThat(number(normal)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1e15",
                "1e300",
                "1e-300",
                "1234567890123456",
                "0.1234567890123456",
                "99999999999999999999999999",
                "\"1\"",
                "true",
                "null",
                "[1]",
                "{\"n\": 1}"
            })
    void shouldBeNoNumberWhenItIsTooLongOrNone(String written) throws Exception {
        assertThat(number(json(written))).isEmpty();
    }

    @Test
    void shouldBeNoNumberWhenItIsNotFinite() {
        assertThat(number(DoubleNode.valueOf(Double.NaN))).isEmpty();
        assertThat(number(DoubleNode.valueOf(Double.NEGATIVE_INFINITY))).isEmpty();
        assertThat(number(FloatNode.valueOf(Float.POSITIVE_INFINITY))).isEmpty();
        assertThat(number(DecimalNode.valueOf(new BigDecimal("1e1000000000")))).isEmpty();
        assertThat(number(DecimalNode.valueOf(new BigDecimal("1e-1000000000")))).isEmpty();
    }

    @Test
    void shouldReadTheExactDecimalWhenAnImportHasOne() {
        assertThat(number(DecimalNode.valueOf(new BigDecimal("12.50")))).contains(DoubleNode.valueOf(12.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "half \ud800 of a pair", "\udc00", "\ud800"})
    void shouldBeNoTextWhenItIsBlankOrCannotBeStored(String text) {
        assertThat(normal(FieldType.TEXT, TextNode.valueOf(text))).isEmpty();
    }

    @Test
    void shouldKeepTextToTheByte() {
        var text = TextNode.valueOf("  Grüße 👋\n\ttwo lines ");

        assertThat(normal(FieldType.TEXT, text)).contains(text);
        assertThat(normal(FieldType.TEXT, TextNode.valueOf("x".repeat(2_000)))).isPresent();
        assertThat(normal(FieldType.TEXT, TextNode.valueOf("x".repeat(2_001)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void shouldTakeNothingNestedNorNull(FieldType type) throws Exception {
        for (var written : List.of("{}", "[]", "[\"gold\"]", "{\"a\": {\"b\": [1]}}", "null")) {
            assertThat(normal(type, json(written))).as(type + " " + written).isEmpty();
        }
    }

    @Test
    void shouldTakeOnlyBooleansWhenTheFieldIsOne() throws Exception {
        assertThat(normal(FieldType.BOOLEAN, json("false"))).contains(json("false"));
        assertThat(normal(FieldType.BOOLEAN, json("\"true\""))).isEmpty();
        assertThat(normal(FieldType.BOOLEAN, json("1"))).isEmpty();
    }

    @Test
    void shouldTakeOnlyDaysThatExistWhenTheFieldIsADate() {
        assertThat(normal(FieldType.DATE, TextNode.valueOf("2024-02-29"))).isPresent();
        for (var none : List.of("2023-02-29", "2024-2-9", "+12024-01-01", "-2024-01-01", "0000-01-01", "20240229")) {
            assertThat(normal(FieldType.DATE, TextNode.valueOf(none))).as(none).isEmpty();
        }
    }

    @Test
    void shouldTakeOnlyWebAddressesWhenTheFieldIsAUrl() {
        assertThat(normal(FieldType.URL, TextNode.valueOf("HTTPS://example.org/a?b=c#d")))
                .isPresent();
        for (var none :
                List.of("example.org", "javascript:alert(1)", "ftp://example.org", "http://", "http:// x.org")) {
            assertThat(normal(FieldType.URL, TextNode.valueOf(none))).as(none).isEmpty();
        }
    }

    @Test
    void shouldTakeOnlyItsChoicesWhenTheFieldIsAChoice() {
        assertThat(normal(FieldType.CHOICE, TextNode.valueOf("gold"))).contains(TextNode.valueOf("gold"));
        assertThat(normal(FieldType.CHOICE, TextNode.valueOf("Gold"))).isEmpty();
        assertThat(normal(FieldType.CHOICE, TextNode.valueOf("lead"))).isEmpty();
    }

    private static Optional<JsonNode> number(JsonNode value) {
        return normal(FieldType.NUMBER, value);
    }

    private static Optional<JsonNode> normal(FieldType type, JsonNode value) {
        return type.normal(value, List.of("gold", "silver"));
    }

    private static JsonNode json(String written) throws Exception {
        return REQUESTS.readTree(written);
    }
}
