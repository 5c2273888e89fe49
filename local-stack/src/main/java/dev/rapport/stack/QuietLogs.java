package dev.rapport.stack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The broker tells hundreds of lines about itself at every start; only its warnings are wanted. */
final class QuietLogs {

    // Kept here, for java.util.logging forgets the level of a logger that nobody refers to.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("kafka"),
            Logger.getLogger("state"),
            Logger.getLogger("io.zonky.test"),
            Logger.getLogger("org.subethamail"));

    private QuietLogs() {}

    static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
