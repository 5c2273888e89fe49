package dev.rapport.contacts.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.SomeDetails;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.UnitedDetails;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final String JANE = "'givenName':'Jane','familyName':'Doe'";
    private static final String JOHN = "'givenName':'John','familyName':'Doe'";
    private static final String MAIL = "'emails':['jane@example.org']";

    @Property(tries = 500)
    void shouldJudgeThePairAlikeFromEitherSide(@ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        assertThat(Likeness.of(one, two)).isEqualTo(Likeness.of(two, one));
    }

    @Property(tries = 500)
    void shouldStayWithinItsBounds(@ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        assertThat(Likeness.of(one, two).permille()).isBetween(0, 999);
    }

    @Property(tries = 500)
    void shouldTrustThePairMoreWhenTheyShareAnEmail(
            @ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        int apart = Likeness.of(with(one, "emails", "one@example.net"), with(two, "emails", "two@example.net"))
                .permille();
        int shared = Likeness.of(with(one, "emails", "x@example.net"), with(two, "emails", "x@example.net"))
                .permille();

        assertThat(shared).isGreaterThanOrEqualTo(apart);
    }

    @Property(tries = 500)
    void shouldTrustAnAddressMoreThanAName(@ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        var left = bare(one);
        var right = bare(two);
        int address = Likeness.of(with(left, "emails", "x@example.net"), with(right, "emails", "x@example.net"))
                .permille();
        int name = Likeness.of(
                        with(with(left, "emails", "one@example.net"), "displayName", "Mary Poppins"),
                        with(with(right, "emails", "two@example.net"), "displayName", "Mary Poppins"))
                .permille();

        assertThat(address).isGreaterThanOrEqualTo(name);
    }

    @Property(tries = 500)
    void shouldTrustThePairLessWhenBirthdaysContradict(
            @ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        int silent = Likeness.of(with(one, "birthday", null), with(two, "birthday", null))
                .permille();
        int contradicting = Likeness.of(with(one, "birthday", "1985-04-12"), with(two, "birthday", "1985-04-13"))
                .permille();

        assertThat(contradicting).isLessThanOrEqualTo(silent);
    }

    @Test
    void shouldTrustTheSameNameMoreThanAFamilyWhenTheyShareAnAddress() {
        int same = permille(JANE + "," + MAIL, JANE + "," + MAIL);
        int nameless = permille(MAIL, JANE + "," + MAIL);
        int family = permille(JANE + "," + MAIL, JOHN + "," + MAIL);

        assertThat(same).isGreaterThan(990);
        assertThat(nameless).isBetween(900, 990);
        assertThat(family).isBetween(FollowContacts.LEAST, 500);
    }

    @Test
    void shouldTellWhySoThatAMemberCanDecide() {
        var likeness =
                likeness(JANE + "," + MAIL + ",'birthday':'1985-04-12'", JOHN + "," + MAIL + ",'birthday':'--04-12'");

        assertThat(likeness.reasons()).containsExactly(Evidence.SAME_EMAIL, Evidence.SAME_BIRTHDAY);
        assertThat(likeness.against()).containsExactly(Evidence.DIFFERENT_GIVEN_NAME);
    }

    @Test
    void shouldTellFatherFromSonWhenOnlyTheSuffixDoes() {
        assertThat(permille(JOHN + ",'nameSuffix':'Sr.'", JOHN + ",'nameSuffix':'Jr'"))
                .isLessThan(FollowContacts.LEAST);
        assertThat(permille(JOHN + ",'nameSuffix':'Jr.'", JOHN + ",'nameSuffix':'Jr'"))
                .isGreaterThan(500);
    }

    @Test
    void shouldTrustAnOfficesAddressLittle() {
        assertThat(permille(JANE + ",'emails':['info@example.org']", JOHN + ",'emails':['info@example.org']"))
                .isLessThan(FollowContacts.LEAST);
    }

    @Test
    void shouldFindTheSameCompanyWhenContactsGoByIt() {
        assertThat(permille("'organization':'Acme'", "'organization':'ACME'")).isGreaterThan(500);
        assertThat(permille("'organization':'Acme'", "'organization':'Globex'")).isLessThan(FollowContacts.LEAST);
    }

    @ParameterizedTest
    @CsvSource({
        "John Smith, Jon Smith, SIMILAR_NAME",
        "Smith John, John Smith, SAME_NAME",
        "'Smith, John', John Smith, SAME_NAME",
        "Jürgen Müller, Jurgen Muller, SAME_NAME",
        "John Paul Smith, John Smith, SAME_NAME",
        "J. Smith, John Smith, SIMILAR_NAME",
        "Smyth John, John Smith, SIMILAR_NAME",
        "Иван Петров, Иван Петрова, SIMILAR_NAME",
        "Jane Smith, John Smith, DIFFERENT_GIVEN_NAME",
        "Jane Smith, Jane Poppins, DIFFERENT_FAMILY_NAME"
    })
    void shouldCompareNamesAsPeopleDo(String one, String other, Evidence evidence) {
        assertThat(likeness("'displayName':'" + one + "'", "'displayName':'" + other + "'")
                        .evidence())
                .containsExactly(evidence);
    }

    @Test
    void shouldSayNothingOfANameOfOneWord() {
        assertThat(permille("'displayName':'Jane'", "'displayName':'Jane'")).isLessThan(FollowContacts.LEAST);
        assertThat(permille("'emails':['a@example.org']", "'emails':['b@example.org']"))
                .isLessThan(FollowContacts.LEAST);
    }

    @Test
    void shouldListSimilarNamesOnlyWithMoreThatAgrees() {
        assertThat(permille("'displayName':'Jon Smith'", "'displayName':'John Smith'"))
                .isLessThan(FollowContacts.LEAST);
        assertThat(permille(
                        "'displayName':'Jon Smith','organization':'Acme'",
                        "'displayName':'John Smith','organization':'ACME'"))
                .isGreaterThan(500);
    }

    @Provide
    Arbitrary<ContactDetails> any() {
        return SomeDetails.any();
    }

    private static int permille(String one, String other) {
        return likeness(one, other).permille();
    }

    private static Likeness likeness(String one, String other) {
        return Likeness.of(of(one), of(other));
    }

    private static ContactDetails of(String fields) {
        try {
            return UnitedDetails.normal(
                    (ObjectNode) new ObjectMapper().readTree("{" + fields.replace('\'', '"') + "}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ContactDetails bare(ContactDetails it) {
        return UnitedDetails.normal(DetailsJson.tree(it)
                .remove(java.util.List.of(
                        "displayName",
                        "givenName",
                        "familyName",
                        "nickname",
                        "nameSuffix",
                        "organization",
                        "phones",
                        "handles")));
    }

    private static ContactDetails with(ContactDetails it, String field, String value) {
        var tree = DetailsJson.tree(it);
        if (value == null) {
            tree.remove(field);
        } else if (field.equals("emails")) {
            tree.putArray(field).add(value);
        } else {
            tree.put(field, value);
        }
        return UnitedDetails.normal(tree);
    }
}
