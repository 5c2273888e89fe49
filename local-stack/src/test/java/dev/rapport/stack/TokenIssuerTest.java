package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SigningKeys keys = SigningKeys.generate();
    private final TokenIssuer issuer = new TokenIssuer(keys, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldVerifyWithThePublicKeyWhenTheTokenIsUntouched() throws Exception {
        // When
        String[] token = issuer.token("acme", "alex", List.of("contacts:read"), Duration.ofHours(1))
                .split("\\.");

        // Then
        assertThat(verifies(token[0] + "." + token[1], token[2])).isTrue();
        assertThat(verifies(token[0] + "." + token[1] + "x", token[2])).isFalse();
        assertThat(text(token[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    }

    @Test
    void shouldCarryEveryClaimWhenItIsIssued() {
        // When
        String token =
                issuer.token("acme", "alex@x.org", List.of("contacts:read", "notifier:write"), Duration.ofHours(1));

        // Then
        assertThat(text(token.split("\\.")[1]))
                .startsWith(
                        "{\"iss\":\"https://rapport.local\",\"aud\":\"rapport\",\"sub\":\"alex@x.org\",\"workspace\":\"acme\","
                                + "\"scope\":\"contacts:read notifier:write\",\"iat\":1772366400,\"exp\":1772370000,\"jti\":\"")
                .endsWith("\"}");
    }

    @Test
    void shouldRefuseANameWhenItWouldNeedEscaping() {
        assertThatThrownBy(() -> issuer.token("acme", "a\"lex", List.of(), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("member");
        assertThatThrownBy(() -> issuer.token("", "alex", List.of(), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workspace");
        assertThatThrownBy(() -> issuer.token("acme", "alex", List.of("all\""), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scope");
    }

    private boolean verifies(String signed, String signature) throws Exception {
        byte[] key = Base64.getDecoder().decode(keys.publicKey());
        Signature rs256 = Signature.getInstance("SHA256withRSA");
        rs256.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        rs256.update(signed.getBytes(StandardCharsets.US_ASCII));
        return rs256.verify(Base64.getUrlDecoder().decode(signature));
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
