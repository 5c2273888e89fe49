package dev.rapport.notifier.notice;

/** In English. */
final class EnglishNoticeWords implements NoticeWords {

    @Override
    public Notice mailPaused(String address, boolean refused) {
        return new Notice(
                "channel_paused",
                "Mail to " + address + " is paused",
                (refused ? "The mail server there refused the address." : "It was turned away several times in a row.")
                        + " Nothing is lost: it waits, and everything is in your inbox. One mail is tried now and then.");
    }

    @Override
    public Notice mailResumed(String address) {
        return new Notice(
                "channel_resumed",
                "Mail to " + address + " arrives again",
                "It goes out as before, and what waited follows.");
    }

    @Override
    public Notice messagesWaited(int count) {
        return new Notice(
                "summary",
                count + " messages waited for you",
                "Mail did not reach you for a while. All of it is in your inbox.");
    }

    @Override
    public Notice webhookPaused(String host) {
        return new Notice(
                "webhook_paused",
                "The webhook to " + host + " is paused",
                "Nothing has arrived there for long. Nothing is lost: it waits, and one event is tried now and then.");
    }

    @Override
    public Notice webhookResumed(String host) {
        return new Notice(
                "webhook_resumed",
                "The webhook to " + host + " works again",
                "What waited, and what was given up meanwhile, follows.");
    }

    @Override
    public Notice webhookDisabled(String host) {
        return new Notice(
                "webhook_disabled",
                "The webhook to " + host + " is disabled",
                "It answered 410: that it is gone for good. What waits is kept; enable the webhook to send it.");
    }

    @Override
    public Notice webhookGaveUp(String host) {
        return new Notice(
                "webhook_gave_up",
                "The webhook to " + host + " does not take its events",
                "Every attempt at one failed. Its log says why, and can have it sent once more.");
    }
}
