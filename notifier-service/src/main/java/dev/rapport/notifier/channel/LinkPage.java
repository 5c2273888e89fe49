package dev.rapport.notifier.channel;

import dev.rapport.notifier.preference.Language;

/**
 * A short page.
 *
 * @param language in which it speaks
 * @param title what it is about
 * @param text a sentence more
 * @param button what its one button says; null for a page without
 */
public record LinkPage(Language language, String title, String text, String button) {

    /** The page as HTML; nothing that people typed becomes markup. The form posts to the page's own address. */
    String html() {
        var form = button == null
                ? ""
                : "<form method=\"post\"><button type=\"submit\">" + Html.escaped(button) + "</button></form>";
        return """
                <!doctype html>
                <html lang="%4$s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><title>%1$s</title>
                <style>body { font: 1.1rem/1.5 sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
                button { font: inherit; padding: .6rem 1.2rem }</style></head>
                <body><main><h1>%1$s</h1><p>%2$s</p>%3$s</main></body></html>
                """.formatted(Html.escaped(title), Html.escaped(text), form, language.code());
    }
}
