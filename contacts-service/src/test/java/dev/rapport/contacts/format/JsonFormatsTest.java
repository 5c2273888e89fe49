package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSContact and NDJSON as others write them. */
class JsonFormatsTest {

    private static final String CARD = """
            {
              "@type": "Card", "version": "1.0", "uid": "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
              "name": {"components": [{"kind": "given", "value": "Jane", "phonetic": "dʒeɪn"},
                {"kind": "separator", "value": " "}, {"kind": "surname", "value": "Doe"}], "isOrdered": true},
              "nicknames": {"k1": {"name": "Jo"}},
              "organizations": {"o1": {"name": "Acme", "units": [{"name": "Sea"}, {"name": "Kiel"}]}},
              "titles": {"t1": {"name": "Captain"}},
              "emails": {"e1": {"address": "j@example.org", "contexts": {"private": true}, "pref": 2},
                "e2": {"address": "jane@work.example", "contexts": {"work": true}, "pref": 1}},
              "phones": {"p1": {"number": "tel:+49-30-123456", "features": {"mobile": true, "voice": true}}},
              "onlineServices": {"s1": {"service": "Mastodon", "uri": "https://example.com/@jane"},
                "s2": {"uri": "xmpp:jane@example.org"}},
              "links": {"l1": {"uri": "https://jane.example.org"}},
              "addresses": {"a1": {"contexts": {"work": true}, "components": [{"kind": "number", "value": "5"},
                {"kind": "name", "value": "Main St"}, {"kind": "locality", "value": "Town"}], "countryCode": "DE"}},
              "anniversaries": {"b": {"kind": "birth", "date": {"@type": "PartialDate", "month": 4, "day": 12}},
                "w": {"kind": "wedding", "date": {"@type": "Timestamp", "utc": "2010-05-01T00:00:00Z"}}},
              "keywords": {"VIP": true}, "notes": {"n1": {"note": "Likes tea"}},
              "preferredLanguages": {"l1": {"language": "de"}},
              "personalInfo": {"i1": {"kind": "hobby", "value": "chess"}, "i2": {"kind": "expertise", "value": "x"}},
              "relatedTo": {"urn:uuid:1": {"relation": {"friend": true}}}
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "[%s,%s]", "%s%s", "%s,\n%s"})
    void shouldReadCardsOfOthersWhenTheyStandAloneOrInARow(String frame) throws IOException {
        var records = Reading.all(ContactFormat.JSCONTACT, frame.replace("%s", CARD));

        assertThat(records).hasSize(frame.split("%s", -1).length - 1).allSatisfy(record -> {
            assertThat(record.uid()).isEqualTo("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
            assertThat(record.circles()).containsExactly("VIP");
            assertThat(record.faults()).singleElement().matches(fault -> fault.field()
                    .equals("relatedTo"));
            assertThat(record.contact()).isEqualTo(JsonText.read("""
                            {"givenName":"Jane","phoneticGivenName":"dʒeɪn","familyName":"Doe","nickname":"Jo",
                             "emails":["jane@work.example","j@example.org"],"phones":["+4930123456"],
                             "handles":["mastodon:jane@example.com","xmpp:jane@example.org"],
                             "websites":["https://jane.example.org"],
                             "labels":{"jane@work.example":"work","j@example.org":"home","+4930123456":"mobile"},
                             "postalAddresses":[{"label":"work","street":"5 Main St","locality":"Town","country":"DE"}],
                             "organization":"Acme","department":"Sea, Kiel","title":"Captain","birthday":"--04-12",
                             "anniversaries":[{"label":"wedding","date":"2010-05-01"}],"notes":"Likes tea",
                             "languages":["de"],"interests":["chess"]}"""));
        });
    }

    @Test
    void shouldGiveTheMandatoryPropertiesWhenACardIsWritten() throws IOException {
        var file = RoundTripTest.written(ContactFormat.JSCONTACT, List.of(FullContact.exported()));

        var card = JsonText.read(new String(file, StandardCharsets.UTF_8)).get(0);

        assertThat(card.path("@type").asText()).isEqualTo("Card");
        assertThat(card.path("version").asText()).isEqualTo("1.0");
        assertThat(card.path("uid").asText()).isEqualTo("urn:uuid:" + FullContact.ID);
        assertThat(card.at("/anniversaries/1/date"))
                .isEqualTo(JsonText.read("{\"@type\":\"PartialDate\",\"month\":2,\"day\":29}"));
        assertThat(card.at("/keywords/VIP").asBoolean()).isTrue();
        assertThat(card.at("/media/1/kind").asText()).isEqualTo("photo");
    }

    @Test
    void shouldReportEachLineWhenNdjsonHasOtherThings() throws IOException {
        var records = Reading.all(ContactFormat.NDJSON, """
                {"displayName":"A","emails":["none"],"foo":1,"birthday":"2001-02-29","title":5,"id":"x1","version":3}

                not json
                [1]
                {"emails":"a@example.org"}
                {"displayName":"B","customFields":{"n":1.50,"t":"x"},"customFieldTypes":{"n":"number","t":"nonsense"}}
                """);

        assertThat(records).extracting(ImportedRecord::line).containsExactly(1L, 3L, 4L, 5L, 6L);
        assertThat(records).extracting(ImportedRecord::isUsable).containsExactly(true, false, false, false, true);
        assertThat(records.get(0).uid()).isEqualTo("x1");
        assertThat(records.get(0).faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("emails", "foo", "birthday", "title");
        assertThat(records.get(4).customFieldTypes()).containsOnly(Map.entry("n", "number"), Map.entry("t", "text"));
        assertThat(records.get(4).contact().path("customFields").toString()).isEqualTo("{\"n\":1.5,\"t\":\"x\"}");
    }

    @Test
    void shouldTellFormatsByTheirMediaTypesWhenTheyHaveParametersOrOldNames() {
        assertThat(ContactFormat.of("text/vcard; charset=utf-8")).contains(ContactFormat.VCARD);
        assertThat(ContactFormat.of("TEXT/X-VCARD")).contains(ContactFormat.VCARD);
        assertThat(ContactFormat.of("application/jscontact+json;version=1")).contains(ContactFormat.JSCONTACT);
        assertThat(ContactFormat.of("application/json")).isEmpty();
    }
}
