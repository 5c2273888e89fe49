package dev.rapport.notifier.channel;

/** What a signed link does. */
public enum LinkAction {
    /** Closes a reminder as done. */
    DONE,
    /** Has a reminder told again a day later. */
    SNOOZE,
    /** Ends the mails of one kind. */
    UNSUBSCRIBE,
    /** Confirms that an address is its member's. */
    VERIFY_EMAIL
}
