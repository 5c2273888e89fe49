package dev.rapport.notifier.reminder;

import java.time.Instant;
import java.util.UUID;

/** A reminder for which today has no room. */
record PutOff(String workspace, UUID id, Instant until) {}
