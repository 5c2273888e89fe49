package dev.rapport.stack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Signs bearer tokens (JWT, RS256) that services accept which were given the matching public key. */
public final class TokenIssuer {

    /** The {@code iss} of every token. */
    public static final String ISSUER = "https://rapport.local";

    /** The {@code aud} of every token. */
    public static final String AUDIENCE = "rapport";

    /** Everything a member may be allowed. */
    public static final List<String> ALL_SCOPES = List.of(
            "contacts:read",
            "contacts:write",
            "engagement:read",
            "engagement:write",
            "notifier:read",
            "notifier:write",
            "workspace:admin");

    // Nothing in it needs escaping in JSON.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern SCOPE = Pattern.compile("[a-z-]+:[a-z-]+");

    private final SigningKeys keys;
    private final Clock clock;

    /** Signs with these keys; tokens are valid from the clock's present. */
    public TokenIssuer(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Signs with these keys, on the system's time. */
    public TokenIssuer(SigningKeys keys) {
        this(keys, Clock.systemUTC());
    }

    /**
     * A token for one member of one workspace.
     *
     * @param workspace the tenant, 1 to 64 letters, digits or {@code . _ @ -}
     * @param member the {@code sub}, of the same form
     * @param scopes such as {@code contacts:read}; none is a member that may do nothing
     * @param validity from now; negative makes a token that has expired
     * @throws IllegalArgumentException if a name or a scope is not of its form
     */
    public String token(String workspace, String member, Collection<String> scopes, Duration validity) {
        scopes.forEach(scope -> require(SCOPE, "scope", scope));
        Instant now = clock.instant();
        String claims = """
        {"iss":"%s","aud":"%s","sub":"%s","workspace":"%s","scope":"%s","iat":%d,"exp":%d,"jti":"%s"}""".formatted(
                        ISSUER,
                        AUDIENCE,
                        require(NAME, "member", member),
                        require(NAME, "workspace", workspace),
                        String.join(" ", scopes),
                        now.getEpochSecond(),
                        now.plus(validity).getEpochSecond(),
                        UUID.randomUUID());
        String signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
        return signed + "." + signature(signed);
    }

    private static String require(Pattern form, String what, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a " + what + ": \"" + value + "\" (" + form + ")");
        }
        return value;
    }

    private String signature(String text) {
        try {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initSign(keys.pair().getPrivate());
            rs256.update(text.getBytes(StandardCharsets.US_ASCII));
            return base64(rs256.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot sign RS256", e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
