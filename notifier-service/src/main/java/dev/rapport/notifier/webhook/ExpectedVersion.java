package dev.rapport.notifier.webhook;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The versions that a change is meant for: the header {@code If-Match} (RFC 9110, section 13.1.1).
 *
 * @param tags as they came; {@code *} for any version
 */
record ExpectedVersion(List<String> tags) {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d+)(?:-[0-9a-f]*)?\"");

    /** Reads the header: 428 when it is absent, 400 when it is malformed. */
    static ExpectedVersion of(String header) {
        if (header == null || header.isBlank()) {
            throw ApiException.of(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag as you know it.");
        }
        var tags = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        if (!tags.equals(List.of(ANY)) && !tags.stream().allMatch(it -> it.matches("(?:W/)?\"[^\"]*\""))) {
            throw ApiException.invalid("If-Match", "must be an ETag, such as \"3-1f\"");
        }
        return new ExpectedVersion(tags);
    }

    /** Throws 412 unless this version is an expected one. A weak tag never is: the comparison is strong. */
    void check(long version) {
        if (!tags.contains(ANY) && tags.stream().noneMatch(tag -> isOf(tag, version))) {
            throw ApiException.of(
                    ProblemType.PRECONDITION_FAILED,
                    "It is at version " + version + " by now. Read it again, then repeat.");
        }
    }

    private static boolean isOf(String tag, long version) {
        var parts = TAG.matcher(tag);
        return !tag.startsWith("W/") && parts.matches() && parts.group(1).equals(Long.toString(version));
    }
}
