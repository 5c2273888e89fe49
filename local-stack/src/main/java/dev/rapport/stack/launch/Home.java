package dev.rapport.stack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one folder that holds everything a local Rapport keeps. */
record Home(Path folder) {

    private static final long LEAST_FREE_BYTES = 1L << 30;

    /** Databases, topics and received mails. */
    Path data() {
        return folder.resolve("data");
    }

    Path mail() {
        return data().resolve("mail");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Who runs: one pid file for each process. */
    Path run() {
        return folder.resolve("run");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    /** An ISO-8601 duration in this file shifts the services' clock; there is none unless somebody writes it. */
    Path clockOffset() {
        return folder.resolve("clock-offset");
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Cannot create " + folder + " (" + e.getMessage() + "); set RAPPORT_HOME to another folder.");
        }
    }

    void requireSpace() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new LaunchFailure("Only " + (free >> 20) + " MiB are free where " + folder
                        + " is, 1024 are needed; free some or set RAPPORT_HOME to a folder on another disk.");
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot tell how much space is free in " + folder + " (" + e.getMessage() + ").");
        }
    }
}
