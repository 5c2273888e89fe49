package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ezvcard.Ezvcard;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a contact becomes a property or a card of its own, to another program's eyes. */
class InjectionTest {

    private static final List<String> FIELDS = List.of(
            "displayName",
            "namePrefix",
            "givenName",
            "middleName",
            "familyName",
            "nameSuffix",
            "nickname",
            "phoneticGivenName",
            "organization",
            "department",
            "title",
            "industry",
            "notes");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nTEL:+4930666",
                "x\nEND:VCARD\nBEGIN:VCARD",
                "x\rEMAIL:evil@example.org",
                "x\u2028NOTE:y",
                "x\u0085NOTE:y",
                "x;TYPE=\"a:b\"",
                "a\\",
                "\\\r\nTEL:+4930666",
                "x\u000bNOTE:y",
                "=0D=0ANOTE:y",
                "^nNOTE:y"
            })
    void shouldGiveNoOtherPropertiesWhenAValueLooksLikeSome(String value) throws IOException {
        // Given
        var json = (ObjectNode) JsonText.read("{\"relationship\":\"peer\",\"emails\":[\"jane@example.org\"]}");
        FIELDS.forEach(field -> json.put(field, value));
        json.putArray("interests").add(value);
        json.putObject("labels").put("jane@example.org", value);
        json.putArray("anniversaries").addObject().put("label", value).put("date", "2020-01-01");
        json.putArray("postalAddresses").addObject().put("street", value).put("label", value);
        json.putObject("firstMeeting").put("how", value);
        var harmless = (ObjectNode)
                JsonText.read(json.toString().replace(json.get("title").toString(), "\"x\""));

        // When
        var attacked = cards(json);
        var expected = cards(harmless);

        // Then
        assertThat(attacked).hasSize(1);
        assertThat(names(attacked.get(0))).containsExactlyInAnyOrderElementsOf(names(expected.get(0)));
        assertThat(attacked.get(0).getTelephoneNumbers()).isEmpty();
        assertThat(attacked.get(0).getEmails()).hasSize(1);
    }

    @Test
    void shouldBeWellFormedToAnotherProgramWhenAFullContactIsWritten() throws IOException {
        var file = RoundTripTest.written(ContactFormat.VCARD, List.of(FullContact.exported()));

        var card = Ezvcard.parse(new String(file, StandardCharsets.UTF_8)).first();

        assertThat(card.getStructuredName().getFamily()).isEqualTo("Doe-Müller");
        assertThat(card.getFormattedName().getValue()).isEqualTo("J. \"Jo\" Døe; of Acme, Inc. \\o/");
        assertThat(card.getEmails())
                .extracting(it -> it.getValue())
                .containsExactly("jane@example.org", "j.doe@work.example", "x+y@example.org");
        assertThat(card.getCategories().getValues()).containsExactly("Board; members", "Sailing, Kiel", "VIP");
        assertThat(card.getPhotos().get(0).getData()).isEqualTo(FullContact.PNG);
        assertThat(card.getOrganization().getValues()).containsExactly("Acme, Inc.; Holding", "R&D, Europe");
        assertThat(card.getBirthday().getPartialDate().getMonth()).isEqualTo(2);
        assertThat(card.validate(ezvcard.VCardVersion.V4_0)).isEmpty();
    }

    private static List<ezvcard.VCard> cards(ObjectNode details) throws IOException {
        var file = RoundTripTest.written(ContactFormat.VCARD, List.of(FullContact.exported(details)));
        return Ezvcard.parse(new String(file, StandardCharsets.UTF_8)).all();
    }

    /** But the one property that repeats fields with control characters. */
    private static List<String> names(ezvcard.VCard card) {
        return StreamSupport.stream(card.getProperties().spliterator(), false)
                .map(InjectionTest::name)
                .filter(name -> !name.equals("X-RAPPORT-EXACT"))
                .toList();
    }

    private static String name(VCardProperty property) {
        return property instanceof ezvcard.property.RawProperty raw
                ? raw.getPropertyName()
                : property.getClass().getSimpleName();
    }
}
