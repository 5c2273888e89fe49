package dev.rapport.contacts.format;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the cells of a column go: {@code organization}, {@code phones[work]}, {@code emails[1].label},
 * {@code postalAddresses[work].street}, {@code customFields.tier}.
 *
 * @param field of the contact
 * @param slot cells with the same slot belong together; null when each stands for itself
 * @param part null when the cell is all
 */
record CsvColumn(String field, String slot, String part) {

    private static final Pattern PATH = Pattern.compile("([A-Za-z]+)(?:\\[([^\\]]*)\\])?(?:\\.(.+))?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The column of this path; empty when the text is none. */
    static Optional<CsvColumn> of(String path) {
        var matcher = PATH.matcher(path.strip());
        return matcher.matches()
                ? Optional.of(new CsvColumn(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** What the value is for, if the slot is no number; null when unknown. */
    String label() {
        return slot == null || NUMBER.matcher(slot).matches() ? null : slot;
    }
}
