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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calcard/001.vcf|0|givenName|`\"Forrest\"`",
                "calcard/001.vcf|0|emails|[\"forrestgump@example.com\"]",
                "calcard/001.vcf|0|title|`\"Shrimp Man\"`",
                "calcard/003.vcf|0|phones|`[\"+11115551212\",\"+14045551212\"]`",
                "calcard/003.vcf|0|handles|[\"qq:21588891\"]",
                "calcard/005.vcf|0|birthday|\"1908-10-25\"",
                "calcard/005.vcf|2|familyName|\"Graßl\"",
                "calcard/005.vcf|2|emails|[\"ludwig-goetz@ludwig-goetz-grassl.org\"]",
                "calcard/005.vcf|4|websites|[\"http://kho.me/\"]",
                "calcard/006.vcf|0|emails|`[\"forrestgump@example.com\",\"example@example.com\"]`",
                "calcard/006.vcf|0|middleName|\"Q. Public\"",
                "calcard/008.vcf|0|organization|\"Bubba Gump Shrimp Co.\"",
                "calcard/010.vcf|0|phones|[\"+15554441234\"]",
                "calcard/010.vcf|0|notes|\"1 St. Albans Brook apt 5 \\n\\n\\nReid’s place :\\n364 3rd St. in Jersey City\"",
                "calcard/013.vcf|0|birthday|\"2018-01-20\"",
                "calcard/018.vcf|0|organization|\"Test Inc\"",
                "calcard/028.vcf|0|displayName|\"second contact with minimal Vcard\"",
                "calcard/048.vcf|0|emails|`[\"jane_doe@abc.com\",\"jqpublic@xyz.dom1.com\",\"jdoe@isp.net\"]`",
                "calcard/048.vcf|0|birthday|\"1996-04-15\"",
                "calcard/048.vcf|0|department|`\"North American Division, Marketing\"`",
                "calcard/054.vcf|0|birthday|\"1980-10-25\"",
                "calcard/060.vcf|0|/postalAddresses/0/street|\"Box 1234\\nWorkvägen 2\\nWorkvägen 1\\nUmeå\\nVästerbotten\\n12345\\nS\"",
                "calcard/061.vcf|0|/postalAddresses/0/postalCode|\"M6H 3A6\"",
                "calcard/065.vcf|0|handles|`[\"gtalk:gtalk.step\",\"aim:aim.step\",\"yahoo:yahoo.step\",\"msn:msn.step\",\"icq:icq.step\",\"xmpp:jabber.step\"]`",
                "calcard/067.vcf|0|emails|[\"bjorn@umich.edu\"]",
                "calcard/070.vcf|0|nickname|\"Big Joey\"",
                "calcard/074.vcf|0|emails|`[\"home@example.com\",\"work@example.com\"]`",
                "calcard/077.vcf|0|/labels/name@example.com|\"E-Mail\"",
                "calcard/rfc.vcf|0|birthday|\"1996-04-15\"",
                "calcard/rfc.vcf|0|languages|`[\"en\",\"fr\"]`",
                "calcard/rfc.vcf|4|phones|`[\"+15555555555\",\"+16666666666\"]`",
                "calcard/samples/vcard_001.vcf|0|birthday|\"--02-03\"",
                "calcard/samples/vcard_001.vcf|0|/anniversaries/0/date|\"2009-08-08\"",
                "calcard/samples/vcard_001.vcf|0|/labels/+14186569254|`\"work, ext. 102\"`",
                "ez-vcard/io/text/John_Doe_ANDROID.vcf|0|emails|[\"john.doe@company.com\"]",
                "ez-vcard/io/text/John_Doe_ANDROID.vcf|4|organization|\"ÑÑÑÑÑÑÑÑÑÑÑÑ\"",
                "ez-vcard/io/text/John_Doe_BLACK_BERRY.vcf|0|phones|[\"+96123456789\"]",
                "ez-vcard/io/text/John_Doe_EVOLUTION.vcf|0|middleName|`\"Richter, James\"`",
                "ez-vcard/io/text/John_Doe_EVOLUTION.vcf|0|websites|[\"http://www.ibm.com\"]",
                "ez-vcard/io/text/John_Doe_EVOLUTION.vcf|0|/anniversaries/0|`{\"label\":\"wedding\",\"date\":\"1980-03-22\"}`",
                "ez-vcard/io/text/John_Doe_GMAIL.vcf|0|phoneticFamilyName|\"Dow\"",
                "ez-vcard/io/text/John_Doe_GMAIL.vcf|0|/anniversaries/0|`{\"label\":\"anniversary\",\"date\":\"1975-03-01\"}`",
                "ez-vcard/io/text/John_Doe_MAC_ADDRESS_BOOK.vcf|0|/postalAddresses/1/street|\"Street4\\nBuilding 6\\nFloor 8\"",
                "ez-vcard/io/text/John_Doe_MAC_ADDRESS_BOOK.vcf|0|birthday|\"2012-06-06\"",
                "ez-vcard/io/text/fullcontact.vcf|0|/labels/school@example.com|\"school\"",
                "ez-vcard/io/text/fullcontact.vcf|0|handles|`[\"gtalk:gtalk\",\"skype:skype\",\"yahoo:yahoo\",\"aim:aim\",\"xmpp:jabber\",\"other:other\",\"customtype:custom\"]`",
                "ez-vcard/io/text/gmail-list.vcf|2|emails|[\"dwhite@gmail.com\"]",
                "ez-vcard/io/text/outlook-2003.vcf|0|organization|`\"Company, The\"`",
                "ez-vcard/io/text/outlook-2003.vcf|0|birthday|\"1980-03-21\"",
                "ez-vcard/io/text/outlook-2007.vcf|0|/anniversaries/0/date|\"2012-08-01\"",
                "ez-vcard/io/text/rfc2426-example.vcf|1|phones|`[\"+14159373419\",\"+14155284164\"]`",
                "ez-vcard/issue/issue114.vcf|0|phones|`[\"+49123456789\",\"+49987654321\"]`",
                "ical.js/parser/vcard.vcf|0|nickname|\"Boss\"",
                "thunderbird/mailnews/import/test/unit/resources/dos_vcard_addressbook.vcf|0|emails|[\"example@gmail.com\"]"
            })
    void shouldTakeWhatAPersonReadsWhenVCardsAreImported(String file, int index, String field, String value)
            throws IOException {
        var record =
                Reading.all(ContactFormat.VCARD, Corpora.bytes("vcards", file)).get(index);

        assertThat(at(record, field)).isEqualTo(JsonText.read(value));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "linkedin-network-intelligence/Connections.csv|0|handles|[\"linkedin:alicejohnson\"]",
                "linkedin-network-intelligence/Connections.csv|0|firstMeeting|`{\"on\":\"2023-01-15\",\"how\":\"LinkedIn\"}`",
                "linkedin-network-intelligence/Connections.csv|9|title|\"Research Scientist\"",
                "thunderbird/mail/components/addrbook/test/browser/data/import.csv|0|displayName|\"contact number one\"",
                "thunderbird/mailnews/addrbook/test/unit/data/export.txt|1|title|`\"\\\"worker\\\"\"`",
                "thunderbird/mailnews/addrbook/test/unit/data/export.txt|1|/customFields/custom_2|\"custom\\t2\"",
                "thunderbird/mailnews/addrbook/test/unit/data/export.txt|1|notes|\"here's some unicode text…\"",
                "thunderbird/mailnews/import/test/unit/resources/basic_csv_addressbook.csv|1|emails|[\"jane@doe.invalid\"]",
                "thunderbird/mailnews/import/test/unit/resources/csv_semicolon.csv|0|familyName|\"Doe\"",
                "thunderbird/mailnews/import/test/unit/resources/shiftjis_addressbook.csv|0|givenName|\"権兵衛\"",
                "thunderbird/mailnews/import/test/unit/resources/shiftjis_addressbook.csv|0|emails|[\"名無しの権兵衛@host.invalid\"]",
                "thunderbird/mailnews/import/test/unit/resources/utf16_addressbook.csv|0|emails|[\"johndoe@host.invalid\"]"
            })
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
