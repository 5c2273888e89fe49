package dev.rapport.demo.rest;

/** The three services, as users name them. */
public enum Service {
    /** Contacts. */
    CONTACTS,
    /** Interactions and relevance. */
    ENGAGEMENT,
    /** Reminders, inbox, editions and preferences. */
    NOTIFIER;

    /** The name of the environment variable that holds this service's address. */
    public String variable() {
        return "RAPPORT_" + name() + "_URL";
    }
}
