package dev.rapport.notifier.channel;

import dev.rapport.api.security.Member;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A link as text: what it says, the id of the key, and an HMAC-SHA256 over both.
 *
 * @param keyId which of the workspace's keys signed it
 */
record LinkToken(Link link, UUID keyId) {

    private static final String VERSION = "1";
    private static final int PARTS = 7;
    private static final int LONGEST = 1_000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The text that only who has the key can write. */
    String signed(byte[] secret) {
        var said = String.join(
                "\n",
                VERSION,
                keyId.toString(),
                link.action().name(),
                link.member().workspace(),
                link.member().id(),
                link.subject().toString(),
                Long.toString(link.expiresAt().getEpochSecond()));
        var payload = ENCODER.encodeToString(said.getBytes(StandardCharsets.UTF_8));
        return payload + "." + ENCODER.encodeToString(mac(secret, payload));
    }

    /** What a text claims to say; believe it only when it {@link #isSigned is signed}. Empty for what is no token. */
    static Optional<LinkToken> claimed(String text) {
        if (text.length() > LONGEST || text.indexOf('.') < 0) {
            return Optional.empty();
        }
        try {
            var said = new String(
                    Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.'))), StandardCharsets.UTF_8);
            var parts = said.split("\n", -1);
            if (parts.length != PARTS || !parts[0].equals(VERSION)) {
                return Optional.empty();
            }
            var link = new Link(
                    LinkAction.valueOf(parts[2]),
                    new Member(parts[3], parts[4]),
                    UUID.fromString(parts[5]),
                    Instant.ofEpochSecond(Long.parseLong(parts[6])));
            return Optional.of(new LinkToken(link, UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a text was signed with this key; takes the same time wherever it differs. */
    static boolean isSigned(String text, byte[] secret) {
        int dot = text.indexOf('.');
        return MessageDigest.isEqual(
                ENCODER.encode(mac(secret, text.substring(0, dot))),
                text.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] secret, String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
