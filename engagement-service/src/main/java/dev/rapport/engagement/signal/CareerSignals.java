package dev.rapport.engagement.signal;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.events.ContactEvent.CareerChange;
import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the change of a contact's organization or title says: another organization is a job change, another title in the same
 * one a promotion. A value that was unknown before, or is so now, says nothing, and neither does another way to write it.
 */
final class CareerSignals {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;

    private CareerSignals() {}

    /** The signals of these changes; contact and instant identify each, however often it is told. */
    static List<Signal> of(Map<ContactKey, CareerChange> careers, Instant now) {
        return careers.entrySet().stream()
                .flatMap(career -> of(career.getKey(), career.getValue(), now).stream())
                .toList();
    }

    private static Optional<Signal> of(ContactKey contact, CareerChange change, Instant now) {
        return kind(change)
                .map(kind -> Signal.added(
                        contact.workspace(),
                        contact.contactId(),
                        null,
                        content(kind, change),
                        Signal.OF_CONTACTS,
                        contact.contactId() + "@" + change.at(),
                        now));
    }

    static Optional<SignalKind> kind(CareerChange change) {
        if (isAnother(change.fromOrganization(), change.toOrganization())) {
            return Optional.of(SignalKind.JOB_CHANGE);
        }
        boolean stayed = (change.fromOrganization() == null) == (change.toOrganization() == null);
        return stayed && isAnother(change.fromTitle(), change.toTitle())
                ? Optional.of(SignalKind.PROMOTION)
                : Optional.empty();
    }

    static String words(CareerChange change) {
        var from = words(change.fromTitle(), change.fromOrganization());
        return cut(from + " → " + words(change.toTitle(), change.toOrganization()), LONGEST_TITLE);
    }

    private static SignalContent content(SignalKind kind, CareerChange change) {
        return new SignalContent(
                kind,
                words(change),
                null,
                List.of(),
                change.at().truncatedTo(ChronoUnit.MICROS),
                cut(change.toOrganization(), LONGEST_NAME),
                cut(change.toTitle(), LONGEST_NAME));
    }

    private static String words(String title, String organization) {
        return Stream.of(title, organization).filter(Objects::nonNull).collect(Collectors.joining(" at "));
    }

    private static boolean isAnother(String from, String to) {
        return from != null && to != null && !Words.of(from).equals(Words.of(to));
    }

    private static String cut(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        // Not in the middle of a surrogate pair, of which no half can be stored.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
