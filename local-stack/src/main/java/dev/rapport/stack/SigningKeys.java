package dev.rapport.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The RSA key pair (2048 bits) that local bearer tokens are signed with. */
public final class SigningKeys {

    private final KeyPair pair;

    private SigningKeys(KeyPair pair) {
        this.pair = pair;
    }

    /** A new pair. */
    public static SigningKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKeys(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no RSA", e);
        }
    }

    /** The pair kept in the folder; made there, the private half readable by its owner only, when there is none yet. */
    public static SigningKeys in(Path folder) {
        Path privateFile = folder.resolve("private.key");
        Path publicFile = folder.resolve("public.key");
        try {
            if (Files.exists(privateFile) && Files.exists(publicFile)) {
                return of(
                        Files.readString(privateFile).strip(),
                        Files.readString(publicFile).strip());
            }
            SigningKeys keys = generate();
            Files.createDirectories(folder);
            Files.deleteIfExists(privateFile);
            Files.createFile(
                    privateFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(privateFile, keys.privateKey());
            Files.writeString(publicFile, keys.publicKey());
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the signing keys in " + folder, e);
        }
    }

    /** The pair from its two halves as {@link #privateKey()} and {@link #publicKey()} give them. */
    public static SigningKeys of(String privateKey, String publicKey) {
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            PublicKey known = rsa.generatePublic(new X509EncodedKeySpec(base64.decode(publicKey)));
            PrivateKey secret = rsa.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(privateKey)));
            return new SigningKeys(new KeyPair(known, secret));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a key pair", e);
        }
    }

    /** The public half, X.509 in base64 on one line, as {@code quarkus.oidc.public-key} takes it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The private half, PKCS#8 in base64 on one line. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    KeyPair pair() {
        return pair;
    }
}
