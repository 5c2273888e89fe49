package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs put into vCards, line by line. */
class VCardOdditiesTest {

    @ParameterizedTest
    @CsvSource({
        "BDAY:1985-04-12, 1985-04-12",
        "BDAY:19850412, 1985-04-12",
        "BDAY:--0412, --04-12",
        "BDAY:--04-12, --04-12",
        "BDAY:1985-04-12T00:00:00Z, 1985-04-12",
        "BDAY:19850412T231000, 1985-04-12",
        "BDAY;VALUE=date:1604-04-12, --04-12",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29, --02-29",
        "BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-12, --04-12",
        "BDAY:12.04.1985, 1985-04-12",
        "BDAY:1985-02-29, ",
        "BDAY:1985-04, ",
        "BDAY;VALUE=text:circa 1800, ",
        "BDAY:4/12/1985, "
    })
    void shouldTakeOnlyDaysThatAreSureWhenABirthdayIsRead(String property, String day) throws IOException {
        var record = Reading.card("4.0", "FN:Jane", property);

        assertThat(Reading.text(record, "birthday")).isEqualTo(day);
        assertThat(record.faults()).hasSize(day == null ? 1 : 0).allMatch(it -> it.line() == 4);
    }

    @Test
    void shouldReadQuotedPrintableWhenItHasSoftBreaksAndACharset() throws IOException {
        var record = Reading.card(
                "2.1",
                "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=",
                "ller;J=C3=B6rg",
                "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Stra=DFe=0D=0Azwei =",
                "drei",
                "TITLE;QUOTED-PRINTABLE:Gr=F6=DFe");

        assertThat(Reading.text(record, "familyName")).isEqualTo("Müller");
        assertThat(Reading.text(record, "givenName")).isEqualTo("Jörg");
        assertThat(Reading.text(record, "notes")).isEqualTo("Straße\nzwei drei");
        assertThat(Reading.text(record, "title")).isEqualTo("Größe");
    }

    @Test
    void shouldKeepTheNextCardWhenASoftBreakEndsACard() throws IOException {
        var records = Reading.all(
                ContactFormat.VCARD,
                "BEGIN:VCARD\nFN:A\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n");

        assertThat(records).extracting(it -> Reading.text(it, "displayName")).containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void shouldReadAnyLineEndsWhenLinesAreFolded(String end) throws IOException {
        var file = String.join(
                end, "BEGIN:VCARD", "VERSION:3.0", "FN:Jane ", " Doe", "EMAIL:ja", "\tne@example.org", "END:VCARD", "");

        var records = Reading.all(ContactFormat.VCARD, file);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(Reading.text(record, "displayName")).isEqualTo("Jane Doe");
            assertThat(Reading.texts(record.contact(), "emails")).containsExactly("jane@example.org");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void shouldFindTheEncodingWhenNoneIsDeclared(String charset) throws IOException {
        var file = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Groß\r\nEND:VCARD\r\n".getBytes(Charset.forName(charset));

        assertThat(Reading.all(ContactFormat.VCARD, file))
                .extracting(it -> Reading.text(it, "displayName"))
                .containsExactly("Jürgen Groß");
    }

    @Test
    void shouldReadEachLineInItsEncodingWhenTheyAreMixed() throws IOException {
        var file = new String(
                        "\ufeffBEGIN:VCARD\nVERSION:2.1\nFN:J\u00fcrgen\nN;CHARSET=windows-1251:\u00cf;\nEND:VCARD\n"
                                .getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1)
                .replace("\u00c3\u00bc", "\u00fc")
                .replace("\u00c3\u008f", "\u00cf");

        assertThat(Reading.all(ContactFormat.VCARD, file.getBytes(StandardCharsets.ISO_8859_1)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(Reading.text(it, "displayName")).isEqualTo("Jürgen");
                    assertThat(Reading.text(it, "familyName")).isEqualTo("П");
                });
    }

    @Test
    void shouldReadAFoldWithinACharacterWhenBytesAreFolded() throws IOException {
        var whole = "BEGIN:VCARD\nFN:M\u00fcller\nEND:VCARD\n".getBytes(StandardCharsets.UTF_8);
        var folded = new String(whole, StandardCharsets.ISO_8859_1).replace("\u00c3\u00bc", "\u00c3\n \u00bc");

        assertThat(Reading.all(ContactFormat.VCARD, folded.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(it -> Reading.text(it, "displayName"))
                .containsExactly("Müller");
    }

    @Test
    void shouldCallAContactByWhatThereIsWhenItHasNoName() throws IOException {
        assertThat(Reading.card("3.0", "FN:", "ORG:Acme;Sales;Europe").contact())
                .isEqualTo(JsonText.read("{\"organization\":\"Acme\",\"department\":\"Sales, Europe\"}"));
        assertThat(Reading.card("3.0", "N:;;;;", "FN:Jane Doe").contact())
                .isEqualTo(JsonText.read("{\"displayName\":\"Jane Doe\"}"));
        assertThat(Reading.card("3.0", "N:;;;Dr.;")
                        .contact()
                        .path("displayName")
                        .asText())
                .isEqualTo("Dr.");
        assertThat(Reading.card("3.0", "BDAY:1985-04-12").isUsable()).isFalse();
    }

    @Test
    void shouldReadPartsWhenNamesHaveSeveralValuesAndEscapes() throws IOException {
        var record = Reading.card("3.0", "N:Doe\\, Jr;Jane,Anna;Q.\\;R;Dr.,Prof.;M.D.", "FN:Jane\\nDoe \\\\ x");

        assertThat(record.contact())
                .isEqualTo(
                        JsonText.read(
                                "{\"familyName\":\"Doe, Jr\",\"givenName\":\"Jane Anna\",\"middleName\":\"Q.;R\","
                                        + "\"namePrefix\":\"Dr. Prof.\",\"nameSuffix\":\"M.D.\",\"displayName\":\"Jane\\nDoe \\\\ x\"}"));
    }

    @Test
    void shouldLabelAddressesWhenTypesOrGroupsTellWhatTheyAreFor() throws IOException {
        var record = Reading.card(
                "3.0",
                "FN:Jane",
                "TEL;TYPE=WORK,VOICE:+49 30 123456",
                "TEL;type=HOME;type=FAX;type=pref:+49 30 123457",
                "TEL;CELL:+49 170 1234567",
                "item1.EMAIL;type=INTERNET:jane@example.org",
                "item1.X-ABLabel:_$!<Other>!$_",
                "item2.URL:http\\://jane.example.org",
                "item2.X-ABLabel:My blog",
                "TEL;VALUE=uri:tel:+1-418-656-9254;ext=102");

        assertThat(Reading.texts(record.contact(), "phones"))
                .containsExactly("+4930123457", "+4930123456", "+491701234567", "+14186569254");
        assertThat(Reading.label(record, "+4930123456")).isEqualTo("work");
        assertThat(Reading.label(record, "+4930123457")).isEqualTo("home fax");
        assertThat(Reading.label(record, "+491701234567")).isEqualTo("mobile");
        assertThat(Reading.label(record, "+14186569254")).isEqualTo("ext. 102");
        assertThat(Reading.label(record, "jane@example.org")).isEqualTo("other");
        assertThat(Reading.label(record, "http://jane.example.org")).isEqualTo("My blog");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMPP:xmpp:alice@example.com | xmpp:alice@example.com",
                "IMPP;X-SERVICE-TYPE=Skype:skype:alice | skype:alice",
                "IMPP;X-SERVICE-TYPE=GTalk:xmpp:alice | gtalk:alice",
                "X-SKYPE:alice | skype:alice",
                "X-AIM;TYPE=HOME:alice | aim:alice",
                "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/alice/ | linkedin:alice",
                "X-SOCIALPROFILE;type=twitter;x-user=alice:x-apple:alice | twitter:alice",
                "X-SOCIALPROFILE;type=twitter:http://twitter.com/Alice | twitter:alice",
                "X-SOCIALPROFILE;type=mastodon:https://some.where/@alice | mastodon:alice@some.where",
                "SOCIALPROFILE;SERVICE-TYPE=GitHub;VALUE=text:alice | github:alice",
                "SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://example.com/@alice | mastodon:alice@example.com",
                "URL:https://linkedin.com/in/alice | linkedin:alice",
                "URL:https://x.com/alice?lang=de | twitter:alice",
                "URL:https://mastodon.social/@alice | mastodon:alice@mastodon.social",
                "URL:github.com/alice | github:alice"
            })
    void shouldFindTheHandleWhenAPropertyTellsOne(String property, String handle) throws IOException {
        var record = Reading.card("3.0", "FN:Alice", property);

        assertThat(Reading.texts(record.contact(), "handles")).containsExactly(handle);
        assertThat(record.faults()).isEmpty();
        assertThat(record.contact().has("websites")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/alice/project, https://github.com/alice/project",
        "https://www.linkedin.com/company/acme, https://www.linkedin.com/company/acme",
        "www.example.org/a, https://www.example.org/a",
        "example.org:8080/a, https://example.org:8080/a"
    })
    void shouldKeepAWebsiteWhenItIsNobodysProfile(String url, String website) throws IOException {
        assertThat(Reading.texts(Reading.card("3.0", "FN:Alice", "URL:" + url).contact(), "websites"))
                .containsExactly(website);
    }

    @Test
    void shouldReadThePersonWhenAppleAndOthersDescribeIt() throws IOException {
        var record = Reading.card(
                "3.0",
                "FN:Jane",
                "X-PHONETIC-FIRST-NAME:ジェーン",
                "X-PHONETIC-LAST-NAME:ドウ",
                "ANNIVERSARY:20090808T1430-0500",
                "item1.X-ABDATE;value=date:2010-05-01",
                "item1.X-ABLabel:First boat",
                "item2.X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-06-07",
                "item2.X-ABLabel:_$!<Anniversary>!$_",
                "item3.X-ABRELATEDNAMES:John",
                "item3.X-ABLabel:_$!<Brother>!$_",
                "ROLE:Programmer",
                "LANG;PREF=2:fr",
                "LANG;PREF=1:de_DE",
                "TZ:Europe/Berlin",
                "CATEGORIES:Sailing\\, Kiel,VIP,myContacts",
                "UID:urn:uuid:F81D4FAE-7dec-11d0-a765-00a0c91e6bf6",
                "INTEREST;LEVEL=high:wine",
                "HOBBY:chess");

        assertThat(record.contact())
                .isEqualTo(JsonText.read(
                        "{\"displayName\":\"Jane\",\"phoneticGivenName\":\"ジェーン\",\"phoneticFamilyName\":\"ドウ\","
                                + "\"anniversaries\":[{\"label\":\"wedding\",\"date\":\"2009-08-08\"},"
                                + "{\"label\":\"First boat\",\"date\":\"2010-05-01\"},{\"label\":\"anniversary\",\"date\":\"--06-07\"}],"
                                + "\"notes\":\"brother: John\",\"title\":\"Programmer\",\"languages\":[\"de-DE\",\"fr\"],"
                                + "\"timeZone\":\"Europe/Berlin\",\"interests\":[\"wine\",\"chess\"]}"));
        assertThat(record.circles()).containsExactly("Sailing, Kiel", "VIP");
        assertThat(record.uid()).isEqualTo("F81D4FAE-7dec-11d0-a765-00a0c91e6bf6");
        assertThat(record.faults()).isEmpty();
    }

    @Test
    void shouldLeaveOutAndTellWhenTheApiWouldRefuseAValue() throws IOException {
        var record = Reading.card(
                "3.0",
                "FN:Jane",
                "EMAIL:e@c",
                "TEL:030 123",
                "URL:ftp://x",
                "TZ:-0500",
                "TITLE:" + "x".repeat(201),
                "LANG:?",
                "RELATED:urn:uuid:1",
                "PHOTO;VALUE=uri:http://example.org/a.jpg",
                "junk without a separator");

        assertThat(record.contact()).isEqualTo(JsonText.read("{\"displayName\":\"Jane\"}"));
        assertThat(record.faults())
                .extracting(Fault::line, Fault::field)
                .containsExactlyInAnyOrder(
                        tuple(4L, "emails"),
                        tuple(5L, "phones"),
                        tuple(6L, "websites"),
                        tuple(7L, "timeZone"),
                        tuple(8L, "title"),
                        tuple(9L, "languages"),
                        tuple(10L, "RELATED"),
                        tuple(11L, "photo"),
                        tuple(12L, "vcard"));
    }

    @Test
    void shouldReadAddressesWhenPartsAreBlankOrOnlyPrinted() throws IOException {
        var parts = Reading.card("3.0", "FN:Jane", "ADR;TYPE=dom,home:;;123 Main\\nStreet;Any Town;;;", "ADR:;;;;;;");
        var printed = Reading.card("2.1", "FN:Jane", "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:1 Road=0D=0ATown");

        assertThat(parts.contact().path("postalAddresses"))
                .isEqualTo(JsonText.read(
                        "[{\"label\":\"home\",\"street\":\"123 Main\\nStreet\",\"locality\":\"Any Town\"}]"));
        assertThat(printed.contact().path("postalAddresses"))
                .isEqualTo(JsonText.read("[{\"label\":\"work\",\"street\":\"1 Road\\nTown\"}]"));
    }
}
