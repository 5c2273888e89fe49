package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an interaction comes from.
 *
 * @param externalId the source's own id; with it unique in the workspace
 * @param told the digest of what the source told last: what it sends again unchanged does not undo a member's correction
 */
public record Origin(String source, String externalId, UUID told) {

    /**
     * The origin that a request states; null when it states none.
     *
     * @throws ApiException when it states half of one
     */
    static Origin of(NewInteraction request, List<Named> participants) {
        if ((request.source() == null) != (request.externalId() == null)) {
            throw ApiException.invalid("externalId", "and source must be given together");
        }
        return request.source() == null
                ? null
                : new Origin(request.source(), request.externalId(), digest(request, participants));
    }

    /** Tells two requests apart, no more: a source that forges digests forges its own interactions. */
    private static UUID digest(NewInteraction request, List<Named> participants) {
        var names = participants.stream().map(Named::text).sorted();
        var content = Stream.of(
                        request.kind(),
                        request.direction(),
                        request.occurredAt(),
                        request.durationSeconds(),
                        request.channel(),
                        request.subject(),
                        request.excerpt())
                .map(value -> Objects.toString(value, "\u0000"));
        var text = Stream.concat(content, names).collect(Collectors.joining("\u001f"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
