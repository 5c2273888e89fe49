package dev.rapport.notifier.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret in a feed's address: whose workspace it is of, and 256 random bits.
 *
 * @param text as it stands in the address
 */
record FeedToken(String workspace, String text) {

    private static final int BYTES = 32;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static FeedToken make(String workspace) {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        var front = ENCODER.encodeToString(workspace.getBytes(StandardCharsets.UTF_8));
        return new FeedToken(workspace, front + "~" + ENCODER.encodeToString(secret));
    }

    /** Reads a token; empty for a text that is none. */
    static Optional<FeedToken> of(String text) {
        int end = text.indexOf('~');
        if (end < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var workspace = new String(Base64.getUrlDecoder().decode(text.substring(0, end)), StandardCharsets.UTF_8);
            return workspace.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new FeedToken(workspace, text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is kept of it: enough to know it again, nothing to make it from. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
