package dev.rapport.contacts.format;

/** Finds where an object ends, over several pieces of text. */
final class JsonScan {

    private int depth;
    private boolean isInString;
    private boolean isEscaped;

    /** Whether a text has begun and not ended; none goes on in the next line. */
    boolean isInString() {
        return isInString;
    }

    /** The index after the end of the object in this piece of text; negative when it goes on. */
    int end(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isInString) {
                string(text.charAt(i));
            } else {
                structure(text.charAt(i));
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private void string(char it) {
        if (isEscaped) {
            isEscaped = false;
        } else if (it == '\\') {
            isEscaped = true;
        } else if (it == '"') {
            isInString = false;
        }
    }

    private void structure(char it) {
        switch (it) {
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            case '"' -> isInString = true;
            default -> {}
        }
    }
}
