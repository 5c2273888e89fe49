package dev.rapport.contacts.contact;

import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.StackTestResource;
import dev.rapport.stack.TokenIssuer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens that a service must not accept. */
enum BadToken {
    FORGED {
        @Override
        String text() {
            return new TokenIssuer(SigningKeys.generate())
                    .token("ws", "alex", List.of("contacts:read"), Duration.ofHours(1));
        }
    },
    EXPIRED {
        @Override
        String text() {
            return StackTestResource.tokens().token("ws", "alex", List.of("contacts:read"), Duration.ofHours(-1));
        }
    },
    OTHER_AUDIENCE {
        @Override
        String text() {
            return sign(claims().audience("another-product"));
        }
    },
    OTHER_ISSUER {
        @Override
        String text() {
            return sign(claims().issuer("https://elsewhere.example"));
        }
    },
    NOT_YET_VALID {
        @Override
        String text() {
            return sign(claims().claim("nbf", Instant.now().plusSeconds(3600).getEpochSecond()));
        }
    },
    UNSIGNED {
        @Override
        String text() {
            var signed = sign(claims()).split("\\.", -1);
            return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + signed[1] + ".";
        }
    },
    /** Signed with the public key as if it were a shared secret. */
    SYMMETRIC {
        @Override
        String text() {
            var publicKey = ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class);
            var secret = new SecretKeySpec(Base64.getDecoder().decode(publicKey), "HmacSHA256");
            return claims().jws().sign(secret);
        }
    },
    GARBAGE {
        @Override
        String text() {
            return "not.a.token";
        }
    },
    NO_WORKSPACE {
        @Override
        String text() {
            return sign(claims().remove("workspace"));
        }
    },
    WORKSPACE_LIST {
        @Override
        String text() {
            return sign(claims().claim("workspace", List.of("ws", "other")));
        }
    },
    WORKSPACE_MALFORMED {
        @Override
        String text() {
            return sign(claims().claim("workspace", "ws' or 1=1"));
        }
    },
    NO_SUBJECT {
        @Override
        String text() {
            return sign(claims().remove("sub"));
        }
    };

    abstract String text();

    /** What a good token claims. */
    private static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(TokenIssuer.ISSUER)
                .audience(Set.of(TokenIssuer.AUDIENCE))
                .subject("alex")
                .claim("workspace", "ws")
                .claim("scope", "contacts:read contacts:write")
                .expiresIn(Duration.ofHours(1));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            var key = Base64.getDecoder().decode(StackTestResource.privateKey());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
