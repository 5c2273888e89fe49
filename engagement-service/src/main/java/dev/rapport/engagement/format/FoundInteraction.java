package dev.rapport.engagement.format;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * An interaction as a file tells it, seen by the member whose file it is.
 *
 * @param parties the 1 to {@value #MOST_PARTIES} counterparts, each once
 * @param durationSeconds how long it took, up to {@value #LONGEST_SECONDS}; null when the file does not say
 * @param channel by what means, for example {@code email}; null when the file does not say
 * @param subject one line of at most {@value #LONGEST_SUBJECT} characters; null when there is none
 * @param excerpt the beginning of the text, at most {@value #LONGEST_EXCERPT} characters; null when there is none
 * @param source where it comes from; with externalId it makes an interaction read twice the same one
 * @param externalId the source's own id, of at most {@value #LONGEST_ID} characters; derived from the content, and the same
 *     at every reading, when the file has none
 */
public record FoundInteraction(
        InteractionKind kind,
        Direction direction,
        List<Party> parties,
        Instant occurredAt,
        Integer durationSeconds,
        String channel,
        String subject,
        String excerpt,
        String source,
        String externalId) {

    /** The most counterparts of one interaction. */
    public static final int MOST_PARTIES = 100;

    /** The longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 500;

    /** The longest excerpt taken from a text, in characters; a file that states an excerpt may have four times as much. */
    public static final int LONGEST_EXCERPT = 500;

    /** The longest duration, a week. */
    public static final int LONGEST_SECONDS = 604_800;

    /** The longest external id, in characters. */
    public static final int LONGEST_ID = 300;

    /** An id for a record of a file without ids: the same content has the same one. */
    public static String idOf(String... content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", content).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a copy of the parties. */
    public FoundInteraction {
        parties = List.copyOf(parties);
        if (parties.isEmpty() || parties.size() > MOST_PARTIES) {
            throw new IllegalArgumentException("an interaction has 1 to " + MOST_PARTIES + " parties");
        }
    }
}
