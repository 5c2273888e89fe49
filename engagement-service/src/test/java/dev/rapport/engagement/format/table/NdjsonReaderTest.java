package dev.rapport.engagement.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonReaderTest {

    @Test
    void shouldTakeWhatTheApiTakes() {
        var json =
                "{\"address\":\"Bo@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\",\"occurredAt\":\"2026-03-01T10:00:00Z\","
                        + "\"durationSeconds\":60,\"channel\":\"sip\",\"subject\":\"s\",\"excerpt\":\"e\",\"source\":\"crm\",\"externalId\":\"1\"}\r\n\n"
                        + "{\"participants\":[{\"contactId\":\"018f0000-0000-7000-8000-000000000001\"},{\"address\":\"+4930123456\"}],"
                        + "\"kind\":\"meeting\",\"direction\":\"MUTUAL\"}\n";

        var found = Reading.found(Reading.records(FileFormat.NDJSON, json));

        assertThat(found.stream().map(Reading::brief))
                .containsExactly(
                        "call INBOUND bo@example.org 2026-03-01T10:00:00Z",
                        "meeting MUTUAL 018f0000-0000-7000-8000-000000000001++4930123456 " + Reading.NOW);
        assertThat(found.get(0).source()
                        + found.get(0).externalId()
                        + found.get(0).durationSeconds())
                .isEqualTo("crm160");
        assertThat(found.get(1).source()).isEqualTo("test");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"address\":\"bo@example.org\",\"direction\":\"INBOUND\"}                              | faulty kind",
                "{\"address\":\"bo@example.org\",\"kind\":\"call\"}                                      | faulty direction",
                "{\"address\":\"bo@example.org\",\"kind\":\"dance\",\"direction\":\"INBOUND\"}           | faulty kind",
                "{\"address\":\"bo@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\",\"x\":1}    | faulty x",
                "{\"address\":5,\"kind\":\"call\",\"direction\":\"INBOUND\"}                             | faulty address",
                "{\"address\":\"bo\",\"kind\":\"call\",\"direction\":\"INBOUND\"}                        | faulty address",
                "{\"kind\":\"call\",\"direction\":\"INBOUND\"}                                           | faulty contactId",
                "{\"participants\":[{\"address\":\"bo\"}],\"kind\":\"call\",\"direction\":\"INBOUND\"}   | faulty participants.0",
                "{\"address\":\"bo@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\",\"occurredAt\":\"2030-01-01T00:00:00Z\"} | faulty occurredAt",
                "{\"address\":\"bo@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\",\"durationSeconds\":-1} | faulty durationSeconds",
                "{\"address\":\"me@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\"}            | nobody_else",
                "[1]                                                                                     | faulty ndjson",
                "{\"address\":                                                                           | faulty ndjson",
                "null                                                                                    | faulty ndjson"
            })
    void shouldNameTheFieldAtFaultAndReadOn(String line, String expected) {
        var good =
                "{\"address\":\"bo@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\",\"occurredAt\":\"2026-03-01T10:00:00Z\"}";

        assertThat(Reading.records(FileFormat.NDJSON, line + "\n" + good + "\n").stream()
                        .map(Reading::brief))
                .containsExactly(expected, "call INBOUND bo@example.org 2026-03-01T10:00:00Z");
    }

    @Test
    void shouldReadOnAfterALineWithoutEnd() {
        var json = "{\"subject\":\"" + "x".repeat(1_000_000) + "\n" + "[".repeat(100_000) + "\n[]\n";

        assertThat(Reading.records(FileFormat.NDJSON, json).stream().map(Reading::brief))
                .containsExactly("faulty ndjson", "faulty ndjson", "faulty ndjson");
    }
}
