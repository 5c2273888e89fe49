package dev.rapport.notifier.delivery;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text for readers without HTML
 * @param html the same as a page
 */
public record Mail(String subject, String text, String html) {

    public Mail {
        subject = oneLine(subject);
    }

    /** The text without line breaks and other control characters: nothing that people typed becomes a header. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
