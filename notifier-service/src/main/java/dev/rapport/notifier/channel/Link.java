package dev.rapport.notifier.channel;

import dev.rapport.api.security.Member;
import java.time.Instant;
import java.util.UUID;

/**
 * What a signed link says.
 *
 * @param member for whom it acts
 * @param subject what it acts on
 */
public record Link(LinkAction action, Member member, UUID subject, Instant expiresAt) {}
