package dev.rapport.notifier.preference;

import dev.rapport.notifier.batch.MemberKey;

/** A member's preferences changed; sent within the transaction, which holds the member alone. */
public record PreferencesChanged(MemberKey member) {}
