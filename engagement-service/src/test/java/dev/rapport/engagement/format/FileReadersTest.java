package dev.rapport.engagement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReadersTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "From - Fri~Subject: x~          | text/plain               | x.txt        | MBOX",
                "BEGIN:VCALENDAR~                | text/csv                 | x.csv        | ICALENDAR",
                "{\"kind\":                      | application/octet-stream | -            | NDJSON",
                "CONVERSATION ID,FROM,SENDER PROFILE URL~ | text/csv        | messages.csv | LINKEDIN_MESSAGES",
                "date,kind,email~                | text/csv; charset=utf-8  | -            | CSV",
                "date;kind;email~                | -                        | -            | CSV",
                "x                               | -                        | x.EML        | EML",
                "x                               | application/mbox         | -            | MBOX",
                "Received: by x~Subject: y~      | -                        | cur/1.mail   | EML",
                "hello                           | -                        | -            | -",
                "PK\u0003\u0004x                 | -                        | x.mbox       | -"
            })
    void shouldTellTheFormatByContentThenByTypeAndName(String head, String type, String name, FileFormat expected) {
        var bytes = head.replace("~", "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(FileReaders.detect(bytes, type, name).orElse(null)).isEqualTo(expected);
    }
}
