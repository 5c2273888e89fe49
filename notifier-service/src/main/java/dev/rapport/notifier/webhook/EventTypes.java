package dev.rapport.notifier.webhook;

import java.util.List;

/** The types of events that endpoints are sent. */
public final class EventTypes {

    public static final String REMINDER_DUE = "rapport.reminder.due.v1";
    public static final String REMINDER_ACTED_ON = "rapport.reminder.acted-on.v1";
    public static final String ALERT_RAISED = "rapport.alert.raised.v1";
    public static final String EDITION_PUBLISHED = "rapport.edition.published.v1";
    public static final String CHANNEL_PAUSED = "rapport.channel.paused.v1";
    public static final String CHANNEL_RESUMED = "rapport.channel.resumed.v1";

    /** Sent on request, to one endpoint, whatever that listens to. */
    static final String TEST = "rapport.webhook.test.v1";

    /** Those that an endpoint can choose among. */
    static final List<String> ALL =
            List.of(REMINDER_DUE, REMINDER_ACTED_ON, ALERT_RAISED, EDITION_PUBLISHED, CHANNEL_PAUSED, CHANNEL_RESUMED);

    private EventTypes() {}
}
