package dev.rapport.notifier.reminder;

/** Names of contacts, as they are put into sentences and subjects. */
public final class Names {

    private static final int LONGEST = 120;

    private Names() {}

    /** The name on one line: line breaks and other control characters become spaces; "A contact" where there is none. */
    public static String of(String displayName) {
        var line = displayName == null
                ? ""
                : displayName.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
        if (line.isEmpty()) {
            return "A contact";
        }
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
