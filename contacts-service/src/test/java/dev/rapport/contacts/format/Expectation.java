package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person reads in files of other programs: file, number of the record from 0, field, value in JSON.
 *
 * @param field its name, or a JSON pointer
 */
record Expectation(String file, int index, String field, JsonNode value) {

    static final String VCARDS = """
            calcard/001.vcf|0|givenName|`\"Forrest\"`
            calcard/001.vcf|0|emails|[\"forrestgump@example.com\"]
            calcard/001.vcf|0|title|`\"Shrimp Man\"`
            calcard/003.vcf|0|phones|`[\"+11115551212\",\"+14045551212\"]`
            calcard/003.vcf|0|handles|[\"qq:21588891\"]
            calcard/005.vcf|0|birthday|\"1908-10-25\"
            calcard/005.vcf|2|familyName|\"Graßl\"
            calcard/005.vcf|2|emails|[\"ludwig-goetz@ludwig-goetz-grassl.org\"]
            calcard/005.vcf|4|websites|[\"http://kho.me/\"]
            calcard/006.vcf|0|emails|`[\"forrestgump@example.com\",\"example@example.com\"]`
            calcard/006.vcf|0|middleName|\"Q. Public\"
            calcard/008.vcf|0|organization|\"Bubba Gump Shrimp Co.\"
            calcard/010.vcf|0|phones|[\"+15554441234\"]
            calcard/010.vcf|0|notes|\"1 St. Albans Brook apt 5 \\n\\n\\nReid’s place :\\n364 3rd St. in Jersey City\"
            calcard/013.vcf|0|birthday|\"2018-01-20\"
            calcard/018.vcf|0|organization|\"Test Inc\"
            calcard/028.vcf|0|displayName|\"second contact with minimal Vcard\"
            calcard/048.vcf|0|emails|`[\"jane_doe@abc.com\",\"jqpublic@xyz.dom1.com\",\"jdoe@isp.net\"]`
            calcard/048.vcf|0|birthday|\"1996-04-15\"
            calcard/048.vcf|0|department|`\"North American Division, Marketing\"`
            calcard/054.vcf|0|birthday|\"1980-10-25\"
            calcard/060.vcf|0|/postalAddresses/0/street|\"Box 1234\\nWorkvägen 2\\nWorkvägen 1\\nUmeå\\nVästerbotten\\n12345\\nS\"
            calcard/061.vcf|0|/postalAddresses/0/postalCode|\"M6H 3A6\"
            calcard/065.vcf|0|handles|`[\"gtalk:gtalk.step\",\"aim:aim.step\",\"yahoo:yahoo.step\",\"msn:msn.step\",\"icq:icq.step\",\"xmpp:jabber.step\"]`
            calcard/067.vcf|0|emails|[\"bjorn@umich.edu\"]
            calcard/070.vcf|0|nickname|\"Big Joey\"
            calcard/074.vcf|0|emails|`[\"home@example.com\",\"work@example.com\"]`
            calcard/077.vcf|0|/labels/name@example.com|\"E-Mail\"
            calcard/rfc.vcf|0|birthday|\"1996-04-15\"
            calcard/rfc.vcf|0|languages|`[\"en\",\"fr\"]`
            calcard/rfc.vcf|4|phones|`[\"+15555555555\",\"+16666666666\"]`
            calcard/samples/vcard_001.vcf|0|birthday|\"--02-03\"
            calcard/samples/vcard_001.vcf|0|/anniversaries/0/date|\"2009-08-08\"
            calcard/samples/vcard_001.vcf|0|/labels/+14186569254|`\"work, ext. 102\"`
            ez-vcard/io/text/John_Doe_ANDROID.vcf|0|emails|[\"john.doe@company.com\"]
            ez-vcard/io/text/John_Doe_ANDROID.vcf|4|organization|\"ÑÑÑÑÑÑÑÑÑÑÑÑ\"
            ez-vcard/io/text/John_Doe_BLACK_BERRY.vcf|0|phones|[\"+96123456789\"]
            ez-vcard/io/text/John_Doe_EVOLUTION.vcf|0|middleName|`\"Richter, James\"`
            ez-vcard/io/text/John_Doe_EVOLUTION.vcf|0|websites|[\"http://www.ibm.com\"]
            ez-vcard/io/text/John_Doe_EVOLUTION.vcf|0|/anniversaries/0|`{\"label\":\"wedding\",\"date\":\"1980-03-22\"}`
            ez-vcard/io/text/John_Doe_GMAIL.vcf|0|phoneticFamilyName|\"Dow\"
            ez-vcard/io/text/John_Doe_GMAIL.vcf|0|/anniversaries/0|`{\"label\":\"anniversary\",\"date\":\"1975-03-01\"}`
            ez-vcard/io/text/John_Doe_MAC_ADDRESS_BOOK.vcf|0|/postalAddresses/1/street|\"Street4\\nBuilding 6\\nFloor 8\"
            ez-vcard/io/text/John_Doe_MAC_ADDRESS_BOOK.vcf|0|birthday|\"2012-06-06\"
            ez-vcard/io/text/fullcontact.vcf|0|/labels/school@example.com|\"school\"
            ez-vcard/io/text/fullcontact.vcf|0|handles|`[\"gtalk:gtalk\",\"skype:skype\",\"yahoo:yahoo\",\"aim:aim\",\"xmpp:jabber\",\"other:other\",\"customtype:custom\"]`
            ez-vcard/io/text/gmail-list.vcf|2|emails|[\"dwhite@gmail.com\"]
            ez-vcard/io/text/outlook-2003.vcf|0|organization|`\"Company, The\"`
            ez-vcard/io/text/outlook-2003.vcf|0|birthday|\"1980-03-21\"
            ez-vcard/io/text/outlook-2007.vcf|0|/anniversaries/0/date|\"2012-08-01\"
            ez-vcard/io/text/rfc2426-example.vcf|1|phones|`[\"+14159373419\",\"+14155284164\"]`
            ez-vcard/issue/issue114.vcf|0|phones|`[\"+49123456789\",\"+49987654321\"]`
            ical.js/parser/vcard.vcf|0|nickname|\"Boss\"
            thunderbird/mailnews/import/test/unit/resources/dos_vcard_addressbook.vcf|0|emails|[\"example@gmail.com\"]
            """;

    static final String TABLES = """
            linkedin-network-intelligence/Connections.csv|0|handles|[\"linkedin:alicejohnson\"]
            linkedin-network-intelligence/Connections.csv|0|firstMeeting|`{\"on\":\"2023-01-15\",\"how\":\"LinkedIn\"}`
            linkedin-network-intelligence/Connections.csv|9|title|\"Research Scientist\"
            thunderbird/mail/components/addrbook/test/browser/data/import.csv|0|displayName|\"contact number one\"
            thunderbird/mailnews/addrbook/test/unit/data/export.txt|1|title|`\"\\\"worker\\\"\"`
            thunderbird/mailnews/addrbook/test/unit/data/export.txt|1|/customFields/custom_2|\"custom\\t2\"
            thunderbird/mailnews/addrbook/test/unit/data/export.txt|1|notes|\"here's some unicode text…\"
            thunderbird/mailnews/import/test/unit/resources/basic_csv_addressbook.csv|1|emails|[\"jane@doe.invalid\"]
            thunderbird/mailnews/import/test/unit/resources/csv_semicolon.csv|0|familyName|\"Doe\"
            thunderbird/mailnews/import/test/unit/resources/shiftjis_addressbook.csv|0|givenName|\"権兵衛\"
            thunderbird/mailnews/import/test/unit/resources/shiftjis_addressbook.csv|0|emails|[\"名無しの権兵衛@host.invalid\"]
            thunderbird/mailnews/import/test/unit/resources/utf16_addressbook.csv|0|emails|[\"johndoe@host.invalid\"]
            """;

    /** Those of one of the tables above. */
    static List<Expectation> of(String table) throws JsonProcessingException {
        var rows = new ArrayList<Expectation>();
        for (var line : table.split("\n")) {
            rows.add(row(line));
        }
        return rows;
    }

    private static Expectation row(String line) throws JsonProcessingException {
        var cells = line.split("\\|", 4);
        var value = cells[3].startsWith("`") ? cells[3].substring(1, cells[3].length() - 1) : cells[3];
        return new Expectation(cells[0], Integer.parseInt(cells[1]), cells[2], JsonText.read(value));
    }

    /** What is there in its place. */
    JsonNode in(JsonNode contact) {
        return field.startsWith("/") ? contact.at(field) : contact.path(field);
    }
}
