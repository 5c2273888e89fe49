package dev.rapport.notifier.delivery;

/**
 * The text of a mail. What people typed never becomes markup or a header.
 *
 * @param subject one line
 */
record ReminderMail(String subject, String text, String html) {

    static ReminderMail of(String title, String body) {
        var subject = title.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        var text = subject + "\n\n" + body + "\n\n-- \nRapport\n";
        var html = """
                <!doctype html>
                <html lang="en"><body style="font-family: sans-serif">
                <h1 style="font-size: 1.2em">%s</h1>
                <p>%s</p>
                <p style="color: #666">Rapport</p>
                </body></html>
                """.formatted(escaped(subject), escaped(body));
        return new ReminderMail(subject, text, html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
