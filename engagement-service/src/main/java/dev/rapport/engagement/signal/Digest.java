package dev.rapport.engagement.signal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Tells by 16 bytes whether the same was told before (RFC 9562, version 3: MD5, against chance and not against attack). */
final class Digest {

    private Digest() {}

    static UUID of(Object... parts) {
        return UUID.nameUUIDFromBytes(Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8));
    }
}
