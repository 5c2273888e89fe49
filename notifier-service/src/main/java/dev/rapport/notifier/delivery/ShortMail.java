package dev.rapport.notifier.delivery;

/** A mail of a title and a few sentences. What people typed never becomes markup or a header. */
final class ShortMail {

    private ShortMail() {}

    static Mail of(String title, String body) {
        var subject = Mail.oneLine(title);
        var text = subject + "\n\n" + body + "\n\n-- \nRapport\n";
        var html = """
                <!doctype html>
                <html lang="en"><body style="font-family: sans-serif">
                <h1 style="font-size: 1.2em">%s</h1>
                <p>%s</p>
                <p style="color: #666">Rapport</p>
                </body></html>
                """.formatted(escaped(subject), escaped(body));
        return new Mail(subject, text, html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
