package dev.rapport.notifier.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks: HMAC-SHA256 of id, time and body, once with each secret that is valid now. */
final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** The value of {@code webhook-signature}. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        var content = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> "v1," + sign(secret, content)).collect(Collectors.joining(" "));
    }

    private static String sign(String secret, byte[] content) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Secrets.key(secret), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
