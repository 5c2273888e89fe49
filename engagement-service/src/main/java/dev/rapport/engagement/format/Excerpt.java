package dev.rapport.engagement.format;

import java.util.regex.Pattern;

/** Text of a file brought to what is stored: no control characters, no halves of characters, bounded. */
public final class Excerpt {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cs}\\p{Cf}&&[^\\u200c\\u200d]]");

    /** How much text is looked at for each character that is kept. */
    private static final int ROOM = 20;

    private Excerpt() {}

    /** The text as one line of at most {@code longest} characters; null when nothing is left. */
    public static String line(String text, int longest) {
        if (text == null) {
            return null;
        }
        var looked = text.length() > longest * ROOM ? text.substring(0, longest * ROOM) : text;
        var line = SPACES.matcher(UNSTORABLE.matcher(looked).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return line.isEmpty() ? null : cut(line, longest);
    }

    /** At most {@code longest} characters, never half of one. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).stripTrailing();
    }
}
