package dev.rapport.notifier.mute;

import dev.rapport.notifier.batch.MemberKey;

/** Fired, inside the transaction, which holds the member alone, when the kinds that the member has muted change. */
public record MutedKindsChanged(MemberKey member) {}
