package dev.rapport.notifier.notice;

/** In German. */
final class GermanNoticeWords implements NoticeWords {

    @Override
    public Notice mailPaused(String address, boolean refused) {
        return new Notice(
                "channel_paused",
                "Post an " + address + " ruht",
                (refused
                                ? "Der Mailserver dort hat die Adresse abgelehnt."
                                : "Sie wurde mehrmals hintereinander abgewiesen.")
                        + " Nichts geht verloren: Sie wartet, und alles steht im Posteingang."
                        + " Ab und zu wird eine Nachricht versucht.");
    }

    @Override
    public Notice mailResumed(String address) {
        return new Notice(
                "channel_resumed",
                "Post an " + address + " kommt wieder an",
                "Sie geht hinaus wie zuvor, und was gewartet hat, folgt.");
    }

    @Override
    public Notice messagesWaited(int count) {
        return new Notice(
                "summary",
                count + " Nachrichten haben gewartet",
                "Post hat dich eine Weile nicht erreicht. Alles steht im Posteingang.");
    }

    @Override
    public Notice webhookPaused(String host) {
        return new Notice(
                "webhook_paused",
                "Der Webhook zu " + host + " ruht",
                "Dort ist lange nichts angekommen. Nichts geht verloren: Es wartet, und ab und zu wird ein Ereignis versucht.");
    }

    @Override
    public Notice webhookResumed(String host) {
        return new Notice(
                "webhook_resumed",
                "Der Webhook zu " + host + " nimmt wieder an",
                "Was gewartet hat und was inzwischen aufgegeben wurde, folgt.");
    }

    @Override
    public Notice webhookDisabled(String host) {
        return new Notice(
                "webhook_disabled",
                "Der Webhook zu " + host + " ist abgeschaltet",
                "Er hat mit 410 geantwortet: Es gibt ihn nicht mehr. Was wartet, bleibt; schalte den Webhook ein, um es zu senden.");
    }

    @Override
    public Notice webhookGaveUp(String host) {
        return new Notice(
                "webhook_gave_up",
                "Der Webhook zu " + host + " nimmt seine Ereignisse nicht an",
                "Jeder Versuch mit einem ist gescheitert. Sein Protokoll sagt warum und kann es noch einmal senden.");
    }
}
