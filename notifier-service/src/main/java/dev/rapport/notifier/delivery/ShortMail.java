package dev.rapport.notifier.delivery;

import dev.rapport.notifier.preference.Language;

/** A mail of a title and a few sentences. */
final class ShortMail {

    private ShortMail() {}

    static Mail of(Language language, String title, String body) {
        return MailPage.of(title).in(language).says(body).mail();
    }
}
