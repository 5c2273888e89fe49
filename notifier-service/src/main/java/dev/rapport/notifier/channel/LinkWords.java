package dev.rapport.notifier.channel;

import dev.rapport.notifier.preference.Language;

/** What the pages of signed links say, and the mails that carry nothing else, in a member's language. */
public interface LinkWords {

    /** The words of a language. */
    static LinkWords in(Language language) {
        return language == Language.DE ? new GermanLinkWords() : new EnglishLinkWords();
    }

    Language language();

    /** A page with one button. */
    default LinkPage page(String title, String text, String button) {
        return new LinkPage(language(), title, text, button);
    }

    /** A page that only tells something. */
    default LinkPage told(String title, String text) {
        return new LinkPage(language(), title, text, null);
    }

    String askDone();

    String sayDone();

    String isDone();

    String askSnooze();

    String saySnooze();

    String isSnoozed();

    String askAddress();

    /** In the mail that asks. */
    String whyAddressIsAsked();

    /** On the page that the mail leads to. */
    String whatAddressIsFor(String address);

    String sayAddress();

    String thanks();

    String addressIsUsed(String address);

    String askUnsubscribe(MailList list);

    String inboxStays();

    String sayUnsubscribe();

    String isUnsubscribed();

    String noMore(MailList list);
}
