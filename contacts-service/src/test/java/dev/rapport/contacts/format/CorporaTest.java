package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.address.Address;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that Gmail, Outlook, Apple, Android, Thunderbird and others wrote. */
class CorporaTest {

    /** Birthdays that we take from a later property, or not at all, where the other parser has the first. */
    private static final Set<String> OTHER_BIRTHDAY = Set.of("calcard/samples/vcard_003.vcf");

    static List<String> vcards() throws IOException {
        return Corpora.files("vcards");
    }

    static List<String> tables() throws IOException {
        return Corpora.files("csv");
    }

    /** What a person reads in the files. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = Expectation.VCARDS)
    void shouldTakeWhatAPersonReadsWhenVCardsAreImported(String file, int index, String field, String value)
            throws IOException {
        var record =
                Reading.all(ContactFormat.VCARD, Corpora.bytes("vcards", file)).get(index);

        assertThat(at(record, field)).isEqualTo(JsonText.read(value));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = Expectation.TABLES)
    void shouldTakeWhatAPersonReadsWhenTablesAreImported(String file, int index, String field, String value)
            throws IOException {
        var record = Reading.all(ContactFormat.CSV, Corpora.bytes("csv", file)).get(index);

        assertThat(at(record, field)).isEqualTo(JsonText.read(value));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldGiveOnlyValidContactsWhenAnyTableIsImported(String file) throws IOException {
        var records = Reading.all(ContactFormat.CSV, Corpora.bytes("csv", file));

        boolean isTable = !file.endsWith(".ldif") && !file.endsWith("csv_no_header.csv");
        assertThat(records).isNotEmpty().allMatch(it -> it.isUsable() == isTable);
        assertThat(records).filteredOn(it -> !it.isUsable()).noneMatch(it -> it.faults()
                .isEmpty());
    }

    /** The fields that are accepted, beside what another parser reads. */
    @ParameterizedTest
    @MethodSource("vcards")
    void shouldAgreeWithAnotherParserWhenAnyVCardIsImported(String file) throws IOException {
        // Given
        var bytes = Corpora.bytes("vcards", file);
        var others = Ezvcard.parse(new ByteArrayInputStream(bytes)).all();

        // When
        var records = Reading.all(ContactFormat.VCARD, bytes);

        // Then
        assertThat(records).hasSameSizeAs(others);
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).isUsable()) {
                agree(records.get(i), others.get(i), OTHER_BIRTHDAY.contains(file));
            } else {
                assertThat(records.get(i).faults()).isNotEmpty();
            }
        }
    }

    /** In version 3.0, the other parser does not see these. */
    @ParameterizedTest
    @CsvSource({
        "v3-binary-png, image/png", "v3-binary-webp, image/webp", "v3-uri-binary-jpeg, image/jpeg",
        "v3-uri-binary-webp, image/webp", "v3-uri-uri-jpeg, image/jpeg", "v3-uri-uri-webp, image/webp",
        "v4-uri-jpeg, image/jpeg", "v4-uri-webp, image/webp"
    })
    void shouldTakeThePhotoWhenThunderbirdWroteIt(String name, String mediaType) throws IOException {
        var file = "thunderbird/mailnews/addrbook/test/unit/data/" + name + ".vcf";

        var record =
                Reading.all(ContactFormat.VCARD, Corpora.bytes("vcards", file)).get(0);

        assertThat(record.photo().mediaType()).isEqualTo(mediaType);
        assertThat(record.faults()).isEmpty();
    }

    private static void agree(ImportedRecord record, VCard other, boolean hasOtherBirthday) {
        var emails = other.getEmails().stream().flatMap(it -> Address.email(it.getValue()).stream());
        assertThat(Reading.texts(record.contact(), "emails")).containsExactlyInAnyOrderElementsOf(values(emails));
        var phones = other.getTelephoneNumbers().stream()
                .map(it -> it.getText() == null ? "+" + it.getUri().getNumber().replaceFirst("^\\+", "") : it.getText())
                .flatMap(it -> Address.phone(it).stream());
        assertThat(Reading.texts(record.contact(), "phones")).containsAll(values(phones));
        if (other.getStructuredName() != null && other.getStructuredName().getFamily() != null) {
            var family = other.getStructuredName().getFamily().strip();
            assertThat(record.contact().path("familyName").asText()).isEqualTo(family);
        }
        if (other.getOrganization() != null
                && !other.getOrganization().getValues().get(0).isBlank()) {
            var organization = other.getOrganization().getValues().get(0);
            assertThat(Reading.text(record, "organization")).startsWith(organization);
        }
        if (other.getBirthday() != null && !hasOtherBirthday) {
            assertThat(Reading.text(record, "birthday")).isEqualTo(birthday(other));
        }
        for (var note : other.getNotes()) {
            var lines = note.getValue()
                    .strip()
                    .lines()
                    .filter(it -> !it.contains("\ufffd"))
                    .toList();
            lines.forEach(
                    line -> assertThat(record.contact().path("notes").asText()).contains(line));
        }
        if (other.getUid() != null) {
            assertThat(record.uid()).isEqualTo(other.getUid().getValue().replaceFirst("^urn:uuid:", ""));
        }
        other.getPhotos().stream()
                .filter(it -> it.getData() != null
                        && PhotoBytes.mediaType(it.getData()).isPresent())
                .findFirst()
                .ifPresent(it -> assertThat(record.photo().bytes()).startsWith(it.getData()));
    }

    private static String birthday(VCard other) {
        var birthday = other.getBirthday();
        if (birthday.getDate() != null) {
            return LocalDate.of(
                            birthday.getDate().get(ChronoField.YEAR),
                            birthday.getDate().get(ChronoField.MONTH_OF_YEAR),
                            birthday.getDate().get(ChronoField.DAY_OF_MONTH))
                    .toString();
        }
        var partial = birthday.getPartialDate();
        return partial == null || partial.getMonth() == null || partial.getDate() == null
                ? null
                : "--%02d-%02d".formatted(partial.getMonth(), partial.getDate());
    }

    private static List<String> values(Stream<Address> addresses) {
        return addresses.map(Address::value).distinct().toList();
    }

    private static JsonNode at(ImportedRecord record, String field) {
        return field.startsWith("/")
                ? record.contact().at(field)
                : record.contact().path(field);
    }
}
