package dev.rapport.notifier.channel;

import dev.rapport.notifier.preference.Language;

/** Links in German. */
final class GermanLinkWords implements LinkWords {

    @Override
    public Language language() {
        return Language.DE;
    }

    @Override
    public String askDone() {
        return "Ist das erledigt?";
    }

    @Override
    public String sayDone() {
        return "Erledigt";
    }

    @Override
    public String isDone() {
        return "Erledigt";
    }

    @Override
    public String askSnooze() {
        return "Morgen noch einmal erinnern?";
    }

    @Override
    public String saySnooze() {
        return "Morgen erinnern";
    }

    @Override
    public String isSnoozed() {
        return "Du wirst noch einmal erinnert";
    }

    @Override
    public String askAddress() {
        return "Ist das deine Adresse?";
    }

    @Override
    public String whyAddressIsAsked() {
        return "Jemand, wahrscheinlich du, möchte, dass Rapport Nachrichten hierher schickt. Dann bestätige es innerhalb von"
                + " zwei Tagen. Wenn nicht, tu nichts: Es kommt keine weitere.";
    }

    @Override
    public String whatAddressIsFor(String address) {
        return "Rapport schickt dann an " + address + ", was es dir zu sagen hat.";
    }

    @Override
    public String sayAddress() {
        return "Ja, das ist meine";
    }

    @Override
    public String thanks() {
        return "Danke";
    }

    @Override
    public String addressIsUsed(String address) {
        return "Von jetzt an geht Post an " + address + ".";
    }

    @Override
    public String askUnsubscribe(MailList list) {
        return "Keine " + plural(list) + " mehr per Mail?";
    }

    @Override
    public String inboxStays() {
        return "In deinem Eingang erscheinen sie weiterhin. In den Einstellungen kannst du es dir anders überlegen.";
    }

    @Override
    public String sayUnsubscribe() {
        return "Abbestellen";
    }

    @Override
    public String isUnsubscribed() {
        return "Abbestellt";
    }

    @Override
    public String noMore(MailList list) {
        return "Du bekommst keine " + plural(list) + " mehr per Mail. In deinem Eingang erscheinen sie weiterhin.";
    }

    private static String plural(MailList list) {
        return switch (list) {
            case REMINDER -> "Erinnerungen";
            case ALERT -> "Eilmeldungen";
            case EDITION -> "Ausgaben";
            case NOTICE -> "Hinweise";
        };
    }
}
