package dev.rapport.notifier.notice;

import dev.rapport.notifier.preference.Language;

/** All notices, in a member's language. */
public interface NoticeWords {

    /** The words of a language. */
    static NoticeWords in(Language language) {
        return language == Language.DE ? new GermanNoticeWords() : new EnglishNoticeWords();
    }

    /** Mail to an address does not arrive: it was refused for good, or turned away several times. */
    Notice mailPaused(String address, boolean refused);

    Notice mailResumed(String address);

    /** One mail tells of many that waited. */
    Notice messagesWaited(int count);

    Notice webhookPaused(String host);

    Notice webhookResumed(String host);

    Notice webhookDisabled(String host);

    /** Every attempt at one event failed. */
    Notice webhookGaveUp(String host);
}
