package dev.rapport.contacts.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture that a photo may be, each known by how its files begin. */
enum ImageType {
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    GIF_87("image/gif", "GIF87a"),
    GIF_89("image/gif", "GIF89a"),
    /** Four bytes in between say how long the file is. */
    WEBP("image/webp", "RIFF....WEBP");

    private final String mediaType;
    private final byte[] beginning;

    ImageType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The kind that these bytes are; empty when they are none of them. */
    static Optional<ImageType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (beginning[i] != '.' && beginning[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
