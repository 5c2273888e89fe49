package dev.rapport.notifier.channel;

import dev.rapport.notifier.preference.Language;

/** Links in English. */
final class EnglishLinkWords implements LinkWords {

    @Override
    public Language language() {
        return Language.EN;
    }

    @Override
    public String askDone() {
        return "Are you done with this?";
    }

    @Override
    public String sayDone() {
        return "It is done";
    }

    @Override
    public String isDone() {
        return "Done";
    }

    @Override
    public String askSnooze() {
        return "Remind you again tomorrow?";
    }

    @Override
    public String saySnooze() {
        return "Remind me tomorrow";
    }

    @Override
    public String isSnoozed() {
        return "You will be told again";
    }

    @Override
    public String askAddress() {
        return "Is this your address?";
    }

    @Override
    public String whyAddressIsAsked() {
        return "Somebody, most likely you, wants Rapport to send mail here. If so, say yes within two days. If not,"
                + " do nothing: no other mail will come.";
    }

    @Override
    public String whatAddressIsFor(String address) {
        return "Rapport will send what it tells you to " + address + ".";
    }

    @Override
    public String sayAddress() {
        return "Yes, it is mine";
    }

    @Override
    public String thanks() {
        return "Thank you";
    }

    @Override
    public String addressIsUsed(String address) {
        return "Mail goes to " + address + " from now on.";
    }

    @Override
    public String askUnsubscribe(MailList list) {
        return "No more " + plural(list) + " by mail?";
    }

    @Override
    public String inboxStays() {
        return "They will still show in your inbox. You can change your mind in your preferences.";
    }

    @Override
    public String sayUnsubscribe() {
        return "Unsubscribe";
    }

    @Override
    public String isUnsubscribed() {
        return "You are unsubscribed";
    }

    @Override
    public String noMore(MailList list) {
        return "You get no more " + plural(list) + " by mail. They still show in your inbox.";
    }

    private static String plural(MailList list) {
        return switch (list) {
            case REMINDER -> "reminders";
            case ALERT -> "alerts";
            case EDITION -> "editions";
            case NOTICE -> "notices";
        };
    }
}
