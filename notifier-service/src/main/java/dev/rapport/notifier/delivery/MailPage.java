package dev.rapport.notifier.delivery;

import dev.rapport.notifier.channel.Html;
import dev.rapport.notifier.preference.Language;

/** Builds a mail as text and as HTML alike. What people typed never becomes markup or a header. */
final class MailPage {

    private final String title;
    private Language language = Language.EN;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private MailPage(String title) {
        this.title = Mail.oneLine(title);
    }

    static MailPage of(String title) {
        return new MailPage(title);
    }

    MailPage in(Language spoken) {
        language = spoken;
        return this;
    }

    MailPage says(String sentences) {
        text.append('\n').append(sentences).append('\n');
        html.append("<p>").append(Html.escaped(sentences)).append("</p>\n");
        return this;
    }

    MailPage link(String label, String url) {
        text.append('\n').append(label).append(": ").append(url).append('\n');
        html.append("<p><a href=\"")
                .append(Html.escaped(url))
                .append("\">")
                .append(Html.escaped(label))
                .append("</a></p>\n");
        return this;
    }

    Mail mail() {
        var page = """
                <!doctype html>
                <html lang="%s"><body style="font-family: sans-serif">
                <h1 style="font-size: 1.2em">%s</h1>
                %s<p style="color: #666">Rapport</p>
                </body></html>
                """.formatted(language.code(), Html.escaped(title), html);
        return new Mail(title, title + "\n" + text + "\n-- \nRapport\n", page);
    }
}
