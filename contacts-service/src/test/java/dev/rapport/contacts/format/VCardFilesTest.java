package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole files: photos, cards within cards, and cards that do not end. */
class VCardFilesTest {

    private static final String BASE64 = Base64.getEncoder().encodeToString(FullContact.PNG);
    private static final String HALF = BASE64.substring(0, 48);
    private static final String REST = BASE64.substring(48);

    static List<String> photos() {
        return List.of(
                "PHOTO;ENCODING=b;TYPE=PNG:" + HALF + "\n " + REST,
                "PHOTO;ENCODING=BASE64;PNG:\n " + HALF + "\n " + REST + "\n\n",
                "PHOTO;ENCODING=BASE64;TYPE=JPEG:\n" + HALF + "\n" + REST + "\n\n",
                "PHOTO;BASE64:\n  " + HALF + "\n  " + REST,
                "PHOTO:data:image/png;base64," + HALF + "\n " + REST,
                "PHOTO;VALUE=uri:data:image/png;base64\\," + HALF + "\n " + REST,
                "PHOTO:" + HALF + "\n " + REST);
    }

    @ParameterizedTest
    @MethodSource("photos")
    void shouldReadThePhotoHoweverItIsFoldedWhenOtherPropertiesFollow(String photo) throws IOException {
        var records = Reading.all(
                ContactFormat.VCARD, "BEGIN:VCARD\nVERSION:3.0\nFN:Jane\n" + photo + "\nTITLE:Captain\nEND:VCARD\n");

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.photo()).isEqualTo(new ImportedPhoto("image/png", FullContact.PNG));
            assertThat(Reading.text(record, "title")).isEqualTo("Captain");
            assertThat(record.faults()).isEmpty();
        });
    }

    @Test
    void shouldKeepTheContactWhenItsPhotoIsTooLarge() throws IOException {
        var line = " " + "A".repeat(74) + "\n";
        var records = Reading.all(
                ContactFormat.VCARD,
                "BEGIN:VCARD\nFN:Jane\nPHOTO;ENCODING=b:\n" + line.repeat(100_000) + "TITLE:Captain\nEND:VCARD\n"
                        + "BEGIN:VCARD\nFN:John\nPHOTO:" + "A".repeat(9_000_000) + "\nTITLE:Mate\nEND:VCARD\n");

        assertThat(records).extracting(it -> Reading.text(it, "title")).containsExactly("Captain", "Mate");
        assertThat(records.get(0).faults()).containsExactly(new Fault(3, "photo", "is too large"));
        assertThat(records.get(1).faults()).containsExactly(new Fault(100_008, "photo", "is too large"));
    }

    @Test
    void shouldSkipOnlyTheCardWhenItIsTooLarge() throws IOException {
        var note = "NOTE:" + "x".repeat(900) + "\n";
        var records = Reading.all(
                ContactFormat.VCARD,
                "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n" + note.repeat(6_000)
                        + "END:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD");

        assertThat(records).extracting(it -> Reading.text(it, "displayName")).containsExactly("A", null, "C");
        assertThat(records.get(1).faults()).containsExactly(new Fault(4, "vcard", "the card is larger than 4 MiB"));
    }

    @Test
    void shouldKeepTheOuterCardWhenAgentsAreWithin() throws IOException {
        var records = Reading.all(ContactFormat.VCARD, """
                BEGIN:VCARD
                VERSION:2.1
                FN:Jane
                AGENT:
                BEGIN:VCARD
                VERSION:2.1
                FN:Agent
                END:VCARD
                TITLE:Captain
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                AGENT:BEGIN:VCARD\\nFN:Agent\\nEND:VCARD\\n
                FN:John
                END:VCARD
                """);

        assertThat(records).extracting(it -> Reading.text(it, "displayName")).containsExactly("Jane", "John");
        assertThat(Reading.text(records.get(0), "title")).isEqualTo("Captain");
        assertThat(records.get(0).faults()).containsExactly(new Fault(1, "AGENT", "a card within a card is left out"));
    }

    @Test
    void shouldLandEveryCardWhenEndsAreMissingAndJunkStandsBetween() throws IOException {
        var records = Reading.all(ContactFormat.VCARD, """
                exported by nobody
                BEGIN:VCARD
                FN:A
                BEGIN:VCARD
                FN:B
                END:VCARD
                -- junk --

                more junk
                not a begin : vcard\s
                FN:not seen
                BEGIN:VCARD
                FN:C
                END:VCARD
                BEGIN:VCARD
                FN:D
                NOTE:whole
                TEL:+49301234""");

        assertThat(records)
                .extracting(it -> Reading.text(it, "displayName"))
                .containsExactly(null, "A", "B", null, "C", "D");
        assertThat(records.get(0).faults()).containsExactly(new Fault(1, "vcard", "the text is not within a vCard"));
        assertThat(records.get(1).faults()).containsExactly(new Fault(2, "vcard", "END:VCARD is missing"));
        assertThat(records.get(3).line()).isEqualTo(7);
        assertThat(records.get(5).faults())
                .containsExactly(new Fault(15, "vcard", "END:VCARD is missing: the file may end before its time"));
        assertThat(Reading.text(records.get(5), "notes")).isEqualTo("whole");
        assertThat(records.get(5).contact().has("phones")).isFalse();
    }

    @Test
    void shouldReportGroupsWhenCardsAreListsOfOthers() throws IOException {
        var records = Reading.all(
                ContactFormat.VCARD,
                "BEGIN:VCARD\nVERSION:3.0\nFN:Friends\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1\nEND:VCARD\n"
                        + "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Doe family\nMEMBER:urn:uuid:1\nEND:VCARD\n");

        assertThat(records).hasSize(2).noneMatch(ImportedRecord::isUsable);
        assertThat(records)
                .allSatisfy(it -> assertThat(it.faults()).singleElement().matches(fault -> fault.field()
                        .equals("KIND")));
    }
}
