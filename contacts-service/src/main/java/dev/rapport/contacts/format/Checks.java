package dev.rapport.contacts.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps out what the API would refuse whatever the field, and keeps the list of all that was kept out. */
final class Checks {

    /** Put first into messages about a value: enough of it to find it by. */
    private static final int EXCERPT = 60;

    /** Nobody reads more of one record. */
    private static final int MOST = 1_000;

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void fault(long line, String field, String message) {
        if (faults.size() < MOST) {
            faults.add(new Fault(line, field, message));
        }
    }

    void fault(long line, String field, String value, String message) {
        var bare = value.strip();
        var excerpt = bare.length() <= EXCERPT ? bare : bare.substring(0, EXCERPT) + "…";
        fault(line, field, "\"" + excerpt + "\" " + message);
    }

    /** The text without white space around it, if there is any and the API would take it. */
    Optional<String> checked(long line, String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        var text = value.strip();
        return isStorable(line, field, text) && isWithin(line, field, text, most)
                ? Optional.of(text)
                : Optional.empty();
    }

    boolean isWithin(long line, String field, String text, int most) {
        if (text.length() > most) {
            fault(line, field, text, "is longer than " + most + " characters");
        }
        return text.length() <= most;
    }

    /** PostgreSQL cannot store NUL, and no UTF-8 text has half of a surrogate pair. */
    boolean isStorable(long line, String field, String text) {
        boolean isStorable = text.codePoints().noneMatch(it -> it == 0 || (it >= 0xd800 && it <= 0xdfff));
        if (!isStorable) {
            fault(line, field, "has a character that cannot be stored");
        }
        return isStorable;
    }
}
