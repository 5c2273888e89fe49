package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.contact.Anniversary;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.FirstMeeting;
import dev.rapport.contacts.contact.PostalAddress;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits of files are the limits of the API. */
class LimitsTest {

    @Test
    void shouldTakeTextsAsLongAsTheApiWhenAFieldHasAMaximum() {
        Limits.texts()
                .forEach((field, most) -> assertThat(most).as(field).isEqualTo(most(ContactDetails.class, field)));
        assertThat(Limits.ANNIVERSARY_LABEL).isEqualTo(most(Anniversary.class, "label"));
        for (var part : CsvWriter.ADDRESS) {
            assertThat(Limits.parts("postalAddresses").get(part)).as(part).isEqualTo(most(PostalAddress.class, part));
        }
        for (var part : List.of("how", "where")) {
            assertThat(Limits.parts("firstMeeting").get(part)).as(part).isEqualTo(most(FirstMeeting.class, part));
        }
    }

    @Test
    void shouldTakeAsManyValuesAsTheApiWhenAFieldIsAList() {
        for (var list : List.of("emails", "phones", "handles", "websites", "interests", "languages")) {
            assertThat(Limits.item(list)).as(list).isEqualTo(mostOf(list, 0));
        }
        for (var list : List.of(
                "emails",
                "phones",
                "handles",
                "websites",
                "interests",
                "languages",
                "postalAddresses",
                "anniversaries")) {
            assertThat(Limits.list(list)).as(list).isEqualTo(most(ContactDetails.class, list));
        }
        assertThat(Limits.CIRCLES).isEqualTo(most(ContactDetails.class, "circles"));
        assertThat(Limits.CUSTOM_FIELDS).isEqualTo(most(ContactDetails.class, "customFields"));
        assertThat(Limits.CUSTOM_KEY).isEqualTo(mostOf("customFields", 0));
        assertThat(Limits.LABEL).isEqualTo(mostOf("labels", 1));
    }

    private static int most(Class<?> type, String field) {
        try {
            return type.getDeclaredField(field).getAnnotation(Size.class).max();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(field, e);
        }
    }

    private static int mostOf(String field, int argument) {
        var type = Stream.of(ContactDetails.class.getRecordComponents())
                .filter(it -> it.getName().equals(field))
                .map(it -> (AnnotatedParameterizedType) it.getAnnotatedType())
                .findFirst()
                .orElseThrow();
        return type.getAnnotatedActualTypeArguments()[argument]
                .getAnnotation(Size.class)
                .max();
    }
}
