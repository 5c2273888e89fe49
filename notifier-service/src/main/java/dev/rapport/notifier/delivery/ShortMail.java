package dev.rapport.notifier.delivery;

/** A mail of a title and a few sentences. */
final class ShortMail {

    private ShortMail() {}

    static Mail of(String title, String body) {
        return MailPage.of(title).says(body).mail();
    }
}
