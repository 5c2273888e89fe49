package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheSamePairWhenTheFolderIsOpenedAgain() {
        // Given
        SigningKeys first = SigningKeys.in(folder.resolve("keys"));

        // When
        SigningKeys second = SigningKeys.in(folder.resolve("keys"));

        // Then
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(second.privateKey()).isEqualTo(first.privateKey());
    }

    @Test
    void shouldHideThePrivateKeyFromOthersWhenItIsWritten() throws Exception {
        // When
        SigningKeys.in(folder);

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldSayWhatIsWrongWhenAKeyIsDamaged() {
        String known = SigningKeys.generate().publicKey();
        assertThatThrownBy(() -> SigningKeys.of("AAAA", known))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a key pair");
    }
}
