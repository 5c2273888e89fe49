package dev.rapport.notifier.edition.content;

import java.time.Instant;
import java.util.UUID;

/** Something that came in and may be noise: a pitch, or a message of somebody to whom the member never reached out. */
public record UnaskedTouch(UUID id, About about, boolean pitch, Instant at) {}
