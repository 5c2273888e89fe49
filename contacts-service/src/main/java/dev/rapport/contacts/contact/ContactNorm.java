package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Relationship;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The normal form of contact details: addresses normalised, duplicates dropped, gaps filled. Text stays as it is, to the byte. Normalising twice changes nothing.
 */
final class ContactNorm {

    private ContactNorm() {}

    /**
     * The normal form of what a client said; 400 naming every address that is none.
     *
     * @param stated validated
     * @param owner whose contact it is if the client does not say
     * @param customFields their values, as the workspace keeps them
     */
    static ContactDetails of(ContactDetails stated, String owner, Map<String, JsonNode> customFields) {
        var addresses = new AddressList();
        var emails = addresses.emails(stated.emails());
        var phones = addresses.phones(stated.phones());
        var handles = addresses.handles(stated.handles());
        var websites = addresses.websites(stated.websites());
        var labels = addresses.labels(stated.labels());
        if (!addresses.faults().isEmpty()) {
            throw ApiException.invalid(addresses.faults());
        }
        return new ContactDetails(
                chosenName(
                        stated,
                        Stream.of(emails, phones, handles).flatMap(List::stream).toList()),
                stated.namePrefix(),
                stated.givenName(),
                stated.middleName(),
                stated.familyName(),
                stated.nameSuffix(),
                stated.nickname(),
                stated.phoneticGivenName(),
                stated.phoneticFamilyName(),
                emails,
                phones,
                handles,
                labels,
                websites,
                distinct(stated.postalAddresses()),
                stated.organization(),
                stated.department(),
                stated.title(),
                stated.industry(),
                stated.relationship() == null ? Relationship.OTHER : stated.relationship(),
                distinct(stated.interests()),
                stated.languages().stream()
                        .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                        .distinct()
                        .toList(),
                stated.timeZone(),
                stated.birthday(),
                distinct(stated.anniversaries()),
                stated.firstMeeting() == null || stated.firstMeeting().isEmpty() ? null : stated.firstMeeting(),
                stated.introducedBy(),
                sorted(stated.circles()),
                stated.cadence() == null ? null : stated.cadence().complete(),
                stated.owner() == null ? owner : stated.owner(),
                stated.notes(),
                new TreeMap<>(customFields),
                stated.photo());
    }

    /** A display name that only repeats what follows from the rest is not chosen: it moves when the rest does. */
    private static String chosenName(ContactDetails stated, List<String> addresses) {
        if (stated.displayName() == null) {
            return null;
        }
        var chosen = stated.displayName();
        return DisplayName.derived(stated, addresses).filter(chosen::equals).isPresent() ? null : chosen;
    }

    private static <T> List<T> distinct(List<T> values) {
        return values.stream().distinct().toList();
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return values.stream().distinct().sorted().toList();
    }
}
