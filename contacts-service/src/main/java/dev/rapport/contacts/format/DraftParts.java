package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.CadenceFault;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.OwnCadence;
import dev.rapport.events.InteractionKind;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Days, postal addresses, the first meeting and the cadence of a record in the making. */
final class DraftParts {

    private final Draft draft;
    private final ObjectNode contact;

    DraftParts(Draft draft, ObjectNode contact) {
        this.draft = draft;
        this.contact = contact;
    }

    void birthday(long line, String text, Dates dates) {
        if (!isNothing(text)) {
            dates.read(text)
                    .ifPresentOrElse(
                            day -> draft.put(line, "birthday", day),
                            () -> draft.fault(line, "birthday", text, dates.hint(text)));
        }
    }

    void anniversary(long line, String label, String text, Dates dates) {
        if (isNothing(text)) {
            return;
        }
        var day = dates.read(text);
        var name =
                draft.checked(line, "anniversaries", label == null ? "anniversary" : label, Limits.ANNIVERSARY_LABEL);
        if (day.isEmpty()) {
            draft.fault(line, "anniversaries", text, dates.hint(text));
        } else if (name.isPresent()) {
            var anniversary = contact.objectNode().put("label", name.get()).put("date", day.get());
            append(line, "anniversaries", anniversary);
        }
    }

    /** @param parts by their names; those that are blank or too long are left out */
    void postalAddress(long line, Map<String, String> parts) {
        var address = contact.objectNode();
        for (var part : CsvWriter.ADDRESS) {
            int most = Limits.parts("postalAddresses").get(part);
            draft.checked(line, "postalAddresses." + part, parts.get(part), most)
                    .ifPresent(text -> address.put(part, text));
        }
        if (!address.isEmpty() && !(address.size() == 1 && address.has("label"))) {
            append(line, "postalAddresses", address);
        }
    }

    /** @param part {@code how} or {@code where}; white space around them is kept */
    void firstMeeting(long line, String part, String text) {
        int most = Limits.parts("firstMeeting").get(part);
        if (draft.checked(line, "firstMeeting." + part, text, most).isPresent()) {
            contact.withObjectProperty("firstMeeting").put(part, text.length() > most ? text.strip() : text);
        }
    }

    void firstMeetingOn(long line, String text, Dates dates) {
        if (!isNothing(text)) {
            dates.read(text)
                    .ifPresentOrElse(
                            day -> contact.withObjectProperty("firstMeeting").put("on", day),
                            () -> draft.fault(line, "firstMeeting.on", text, dates.hint(text)));
        }
    }

    /**
     * @param longest null for the ideal gap
     * @param counting names of kinds of interaction
     */
    void cadence(long line, String ideal, String longest, List<String> counting) {
        var kinds = new ArrayList<InteractionKind>();
        for (var name : counting) {
            var kind = Stream.of(InteractionKind.values())
                    .filter(it -> it.json().equalsIgnoreCase(name.strip()))
                    .findFirst();
            kind.ifPresentOrElse(
                    kinds::add, () -> draft.fault(line, "cadence.counting", name, "is no kind of interaction"));
        }
        try {
            var cadence = new OwnCadence(period(ideal), period(longest), kinds);
            var fault = CadenceFault.of(cadence);
            if (fault.isPresent()) {
                draft.fault(line, "cadence." + fault.get().field(), fault.get().message());
            } else {
                contact.set("cadence", DetailsJson.tree(cadence));
            }
        } catch (DateTimeException e) {
            draft.fault(line, "cadence", "must be periods, such as P30D");
        }
    }

    private static Period period(String text) {
        return text == null || text.isBlank() ? null : Period.parse(text.strip());
    }

    private void append(long line, String field, JsonNode value) {
        var list = contact.withArrayProperty(field);
        boolean isKnown = list.valueStream().anyMatch(value::equals);
        if (list.size() >= Limits.list(field)) {
            draft.fault(line, field, "has one value too many: at most " + Limits.list(field));
        } else if (!isKnown) {
            list.add(value);
        }
    }

    private static boolean isNothing(String text) {
        return text == null || text.isBlank() || Dates.isPlaceholder(text);
    }
}
