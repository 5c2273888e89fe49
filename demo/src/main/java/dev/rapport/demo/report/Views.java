package dev.rapport.demo.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The parts of the services' answers that the pages show. */
final class Views {

    private Views() {}

    /** One line of the ranking; {@code driftsAt} is null when the tie will not drift. */
    record Ranked(
            String contactId, String displayName, double score, String band, Instant lastTouchAt, Instant driftsAt) {}

    /** What a contact does for a living; both may be null. */
    record Position(String title, String organization) {

        /** "title, organization", as far as known. */
        String line() {
            if (title == null || organization == null) {
                return title == null ? String.valueOf(organization == null ? "" : organization) : title;
            }
            return title + ", " + organization;
        }
    }

    record Explanation(String summary) {}

    /** {@code wakesAt}: when the member is told, later than {@code dueAt} on full days; may be absent. */
    record Reminder(String kind, String contactName, Instant dueAt, Instant wakesAt, boolean late, String reason) {

        Instant toldAt() {
            return wakesAt == null ? dueAt : wakesAt;
        }
    }

    record Edition(LocalDate date, String member, String timeZone, List<Section> sections) {}

    record Section(String kind, String title, List<Item> items) {}

    /** One piece of news; {@code score} and {@code band} are null for contacts without a tie. */
    record Item(String contactName, String reason, Double score, String band) {}

    record Interaction(Instant occurredAt) {}
}
