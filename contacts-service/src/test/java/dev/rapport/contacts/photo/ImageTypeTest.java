package dev.rapport.contacts.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImageTypeTest {

    @Test
    void shouldKnowEachKindByItsBeginning() {
        assertThat(ImageType.of(latin("\u00ff\u00d8\u00ff\u00e0rest"))).contains(ImageType.JPEG);
        assertThat(ImageType.of(latin("\u0089PNG\r\n\u001a\nrest"))).contains(ImageType.PNG);
        assertThat(ImageType.of(latin("GIF87arest"))).contains(ImageType.GIF_87);
        assertThat(ImageType.of(latin("GIF89a"))).contains(ImageType.GIF_89);
        assertThat(ImageType.of(latin("RIFF\u0001\u0002\u0003\u0004WEBPVP8 "))).contains(ImageType.WEBP);
    }

    @Test
    void shouldKnowNothingElse() {
        for (var other : new String[] {"", "G", "<svg/>", "RIFF1234WAVE", "GIF88a", "\u0089PNG\n\u001a\n", "BM"}) {
            assertThat(ImageType.of(latin(other))).as(other).isEmpty();
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
