package dev.rapport.notifier.webhook;

import dev.rapport.api.problem.ApiException;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets as Standard Webhooks writes them: {@code whsec_} and the key in base64. */
final class Secrets {

    private static final String PREFIX = "whsec_";
    private static final int USUAL_BYTES = 32;
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A partner's own secret, checked; or a new one when there is none. */
    static String orNew(String own) {
        if (own == null) {
            var key = new byte[USUAL_BYTES];
            RANDOM.nextBytes(key);
            return PREFIX + Base64.getEncoder().encodeToString(key);
        }
        if (!isSound(own)) {
            throw ApiException.invalid("secret", "must be whsec_ and 24 to 64 bytes in base64");
        }
        return own;
    }

    static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    private static boolean isSound(String secret) {
        try {
            var bytes = secret.startsWith(PREFIX) ? key(secret).length : 0;
            return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
