package dev.rapport.demo.network;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * A made-up contact, field by field what {@code POST /v1/contacts} takes.
 *
 * @param cadence how often the member wants to be in touch, null when it does not matter
 */
public record Person(
        String givenName,
        String familyName,
        List<String> emails,
        List<String> phones,
        List<String> handles,
        String organization,
        String title,
        String relationship,
        List<String> interests,
        Cadence cadence) {

    /** The ideal and the longest acceptable silence. */
    public record Cadence(Period ideal, Period longest) {

        static Cadence ofDays(int ideal, int longest) {
            return new Cadence(Period.ofDays(ideal), Period.ofDays(longest));
        }
    }

    /** The first email address; unique in a network. */
    public String email() {
        return emails.get(0);
    }

    Stream<String> addresses() {
        return Stream.of(emails, phones, handles).flatMap(List::stream);
    }

    Person with(Cadence wanted) {
        return new Person(
                givenName, familyName, emails, phones, handles, organization, title, relationship, interests, wanted);
    }
}
