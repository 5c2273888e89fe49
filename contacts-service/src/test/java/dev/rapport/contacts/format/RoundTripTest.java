package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written reads back equal, in every format. */
class RoundTripTest {

    @ParameterizedTest
    @EnumSource(ContactFormat.class)
    void shouldGiveBackEveryFieldWhenAFullContactIsWrittenAndRead(ContactFormat format) throws IOException {
        // Given
        var contact = FullContact.exported();

        // When
        var records = Reading.all(format, written(format, List.of(contact, contact)));

        // Then
        assertThat(records).hasSize(2);
        var record = records.get(1);
        assertThat(record.faults()).isEmpty();
        contact.json().properties().forEach(field -> assertThat(record.contact().get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(record.contact().properties()).hasSameSizeAs(contact.json().properties());
        assertThat(record.uid()).isEqualTo(FullContact.ID.toString());
        assertThat(record.introducedBy()).isEqualTo(FullContact.INTRODUCER.toString());
        assertThat(record.circles()).containsExactlyElementsOf(contact.circleNames());
        assertThat(record.photo()).isEqualTo(new ImportedPhoto("image/png", FullContact.PNG));
        assertThat(record.customFieldTypes()).isEqualTo(contact.customFieldTypes());
    }

    @ParameterizedTest
    @EnumSource(ContactFormat.class)
    void shouldStaySmallWhenAContactHasOnlyAnEmail(ContactFormat format) throws IOException {
        // Given
        var details = (ObjectNode) JsonText.read("{\"emails\":[\"jane@example.org\"],\"relationship\":\"other\"}");

        // When
        var records = Reading.all(format, written(format, List.of(FullContact.exported(details))));

        // Then
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.contact()).isEqualTo(details);
            assertThat(record.faults()).isEmpty();
            assertThat(record.photo()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(ContactFormat.class)
    void shouldGiveAFileWithoutRecordsWhenThereAreNoContacts(ContactFormat format) throws IOException {
        assertThat(Reading.all(format, written(format, List.of()))).isEmpty();
    }

    static byte[] written(ContactFormat format, List<ExportedContact> contacts) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = format.writer(file)) {
            for (var contact : contacts) {
                writer.write(contact);
            }
        }
        return file.toByteArray();
    }
}
