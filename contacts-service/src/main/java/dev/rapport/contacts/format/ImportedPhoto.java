package dev.rapport.contacts.format;

import java.util.Arrays;

/**
 * A photo that came with a contact.
 *
 * @param mediaType by the bytes, whatever the file says: {@code image/jpeg}, {@code image/png}, {@code image/gif} or
 *     {@code image/webp}
 * @param bytes at most 2 MiB
 */
public record ImportedPhoto(String mediaType, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportedPhoto photo
                && mediaType.equals(photo.mediaType)
                && Arrays.equals(bytes, photo.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ImportedPhoto[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
