package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV of the programs that people come from. */
class CsvOdditiesTest {

    @Test
    void shouldReadGoogleWhenItsHeadersAreTheOldOnes() throws IOException {
        var records = Reading.csv("""
                Name,Given Name,Additional Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,\
                E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,\
                Address 1 - Street,Address 1 - City,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,\
                Website 1 - Value,Event 1 - Type,Event 1 - Value,Custom Field 1 - Type,Custom Field 1 - Value,\
                IM 1 - Service,IM 1 - Value,Relation 1 - Type,Relation 1 - Value
                Jane Doe,Jane,Q.,Doe, --04-12,Likes tea,* myContacts ::: Sailing,* Home,jane@example.org ::: j@example.org,\
                Work,jd@work.example,Mobile,+49 170 1234567,Home,"1 Road
                Town",,,Acme,Captain,Profile,https://linkedin.com/in/jane,Anniversary,2010-05-01,Shoe size,38,\
                Skype,jane.doe,Spouse,John
                """);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.faults()).isEmpty();
            assertThat(record.circles()).containsExactly("Sailing");
            assertThat(record.contact()).isEqualTo(JsonText.read("""
                            {"displayName":"Jane Doe","givenName":"Jane","middleName":"Q.","familyName":"Doe",
                             "birthday":"--04-12","notes":"Likes tea\\n\\nSpouse: John",
                             "emails":["jane@example.org","j@example.org","jd@work.example"],"phones":["+491701234567"],
                             "handles":["linkedin:jane","skype:jane.doe"],
                             "labels":{"jane@example.org":"home","j@example.org":"home","jd@work.example":"work",
                                       "+491701234567":"mobile","linkedin:jane":"Profile"},
                             "postalAddresses":[{"label":"home","street":"1 Road\\nTown"}],
                             "organization":"Acme","title":"Captain",
                             "anniversaries":[{"label":"anniversary","date":"2010-05-01"}],
                             "customFields":{"Shoe size":"38"}}"""));
        });
    }

    @Test
    void shouldReadGoogleWhenItsHeadersAreTheNewOnes() throws IOException {
        var records = Reading.csv("""
                First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,\
                Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,\
                Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Country,Address 1 - PO Box,Address 1 - Postal Code
                Jane,,Doe,ジェーン,Dr.,Jo,,Acme,Captain,Sea,1985-04-12,,https://lh3.example/p,Friends ::: * myContacts,\
                * Other,jane@example.org,,'+493012345,Work,DE,77,10117
                """);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.faults())
                    .containsExactly(new Fault(2, "photo", "is a link: only photos within the file are taken"));
            assertThat(record.circles()).containsExactly("Friends");
            assertThat(record.contact()).isEqualTo(JsonText.read("""
                            {"givenName":"Jane","familyName":"Doe","phoneticGivenName":"ジェーン","namePrefix":"Dr.",
                             "nickname":"Jo","organization":"Acme","title":"Captain","department":"Sea",
                             "birthday":"1985-04-12","emails":["jane@example.org"],"phones":["+493012345"],
                             "labels":{"jane@example.org":"other"},
                             "postalAddresses":[{"label":"work","postBox":"77","postalCode":"10117","country":"DE"}]}"""));
        });
    }

    @Test
    void shouldReadOutlookWhenItIsEnglish() throws IOException {
        var records = Reading.csv(
                "Title,First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,Business Phone,"
                        + "Mobile Phone,Anniversary,Birthday,Categories,E-mail Address,E-mail Type,Notes,Gender,Web Page,User 1,Spouse\n"
                        + "Dr.,Jane,Doe,Acme,Captain,1 Road,Floor 2,Town,(030) 123456,0170 1234567,0/0/00,13/4/1985,A;B,"
                        + "jane@example.org,SMTP,\"two\nlines\",Unspecified,example.org,gold,John\n",
                Map.of(),
                "DE");

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.faults()).isEmpty();
            assertThat(record.circles()).containsExactly("A", "B");
            assertThat(record.contact()).isEqualTo(JsonText.read("""
                            {"namePrefix":"Dr.","givenName":"Jane","familyName":"Doe","organization":"Acme","title":"Captain",
                             "phones":["+4930123456","+491701234567"],
                             "labels":{"+4930123456":"work","+491701234567":"mobile"},
                             "birthday":"1985-04-13","emails":["jane@example.org"],"notes":"two\\nlines\\n\\nspouse: John",
                             "websites":["https://example.org"],"customFields":{"user_1":"gold"},
                             "postalAddresses":[{"label":"work","street":"1 Road\\nFloor 2","locality":"Town"}]}"""));
        });
    }

    @Test
    void shouldReadOutlookWhenItIsGermanAndInWindows1252() throws IOException {
        var file =
                "Anrede;Vorname;Nachname;Firma;Position;Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;"
                        + "Telefon geschäftlich;Geburtstag;E-Mail-Adresse;Kategorien;Webseite\r\n"
                        + "Frau;Jürgen;Groß;Müller & Söhne;Käpt'n;Straße 1;Köln;50667;+49 221 123456;12.04.1985;jo@example.org;Freunde;\r\n";

        var records = Reading.all(ContactFormat.CSV, file.getBytes(Charset.forName("windows-1252")));

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.faults()).isEmpty();
            assertThat(record.contact()).isEqualTo(JsonText.read("""
                            {"namePrefix":"Frau","givenName":"Jürgen","familyName":"Groß","organization":"Müller & Söhne",
                             "title":"Käpt'n","phones":["+49221123456"],"labels":{"+49221123456":"work"},
                             "birthday":"1985-04-12","emails":["jo@example.org"],
                             "postalAddresses":[{"label":"work","street":"Straße 1","locality":"Köln","postalCode":"50667"}]}"""));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void shouldFindTheDelimiterWhenCellsHaveTheOthers(String delimiter) throws IOException {
        var file = String.join(delimiter, "First Name", "Last Name", "Notes") + "\n"
                + String.join(delimiter, "Jane", "Doe", "\"a, b; c | d\te\nf \"\"g\"\"\"") + "\n";

        assertThat(Reading.csv(file)).singleElement().satisfies(record -> {
            assertThat(Reading.text(record, "familyName")).isEqualTo("Doe");
            assertThat(Reading.text(record, "notes")).isEqualTo("a, b; c | d\te\nf \"g\"");
        });
    }

    @Test
    void shouldFollowTheMappingWhenHeadersAreUnknown() throws IOException {
        var records = Reading.csv(
                "Kunde;Betrieb;Mail 2;Tel;Rang;Egal\nJane;Acme;jane@example.org;030 123456;gold;x\n",
                Map.of(
                        "Kunde",
                        "displayName",
                        "Betrieb",
                        "organization",
                        "mail 2",
                        "emails[work]",
                        "Tel",
                        "phones",
                        "Rang",
                        "customFields.tier",
                        "Egal",
                        ""),
                "DE");

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.contact()).isEqualTo(JsonText.read("""
                            {"displayName":"Jane","organization":"Acme","emails":["jane@example.org"],"phones":["+4930123456"],
                             "labels":{"jane@example.org":"work"},"customFields":{"tier":"gold"}}"""));
            assertThat(record.customFieldTypes()).isEqualTo(Map.of("tier", "text"));
        });
    }

    @Test
    void shouldReadByPositionWhenThereIsNoHeader() throws IOException {
        var file = "John Doe,John,Doe,john@example.org\nJane Doe,Jane,Doe,jane@example.org\n";

        assertThat(Reading.csv(file)).singleElement().satisfies(record -> {
            assertThat(record.isUsable()).isFalse();
            assertThat(record.faults().get(0).message()).contains("no header");
        });
        assertThat(Reading.csv(file, Map.of("2", "givenName", "4", "emails"), null))
                .extracting(record -> record.contact().toString())
                .containsExactly(
                        "{\"givenName\":\"John\",\"emails\":[\"john@example.org\"]}",
                        "{\"givenName\":\"Jane\",\"emails\":[\"jane@example.org\"]}");
        assertThat(Reading.csv(file, Map.of("2", "nonsense"), null)).noneMatch(ImportedRecord::isUsable);
    }

    @Test
    void shouldKeepUnknownColumnsAsCustomFieldsWhenTheyHaveValues() throws IOException {
        var records = Reading.csv("First Name,Last Name,Kürzel (intern),2nd\nJane,Doe,JD,x\n");

        assertThat(records.get(0).contact().path("customFields"))
                .isEqualTo(JsonText.read("{\"kurzel_intern\":\"JD\",\"column_4\":\"x\"}"));
    }

    @Test
    void shouldReportTheRowAndGoOnWhenItIsRaggedOrItsQuoteNeverEnds() throws IOException {
        var records = Reading.csv("""
                First Name,Last Name,Notes
                A,a
                B,b,c,d
                "C,c,c
                D,d,"quoted"
                E,"e,e
                F,f,f
                """);

        assertThat(records).extracting(ImportedRecord::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(records)
                .extracting(it -> Reading.text(it, "givenName"))
                .containsExactly("A", "B", null, "D", null, "F");
        assertThat(records).filteredOn(it -> !it.faults().isEmpty()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'=1+1|=1+1", "'+1|+1", "'-x|-x", "'@x|@x", "''=x|'=x", "'hello|'hello", "=1|=1"},
            delimiter = '|',
            quoteCharacter = '`')
    void shouldRestoreCellsWhenSpreadsheetsWereKeptFromTakingThemForFormulas(String cell, String value)
            throws IOException {
        assertThat(Reading.text(
                        Reading.csv("First Name,Title\nJane," + cell + "\n").get(0), "title"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''+"})
    void shouldGuardCellsWhenSpreadsheetsCouldTakeThemForFormulas(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo("'" + cell);
        assertThat(FormulaGuard.restored(FormulaGuard.guarded(cell))).isEqualTo(cell);
    }

    @Test
    void shouldSayWhatTheFileIsWhenItIsNoCsv() throws IOException {
        assertThat(Reading.csv("dn: cn=Jane\ncn: Jane\n").get(0).faults())
                .containsExactly(new Fault(1, "csv", "the file is LDIF, not CSV"));
        assertThat(Reading.csv("BEGIN:VCARD\nFN:Jane\nEND:VCARD\n").get(0).faults())
                .containsExactly(new Fault(1, "csv", "the file is a vCard, not CSV"));
        assertThat(Reading.csv("")).isEmpty();
    }
}
