package dev.rapport.stack.launch;

import java.util.Locale;

/** The three services, in the order in which they are shown. */
enum Service {
    CONTACTS(8081),
    ENGAGEMENT(8082),
    NOTIFIER(8083);

    private final int standardPort;

    Service(int standardPort) {
        this.standardPort = standardPort;
    }

    /** The name of its process, its database and its log file. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of its module. */
    String module() {
        return label() + "-service";
    }

    int standardPort() {
        return standardPort;
    }
}
