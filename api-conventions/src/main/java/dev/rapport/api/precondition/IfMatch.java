package dev.rapport.api.precondition;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The states of a resource that a change is meant for: the header {@code If-Match} (RFC 9110, section 13.1.1).
 *
 * @param tags the accepted entity tags, quotes included; {@code *} accepts any state
 */
public record IfMatch(List<String> tags) {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");
    private static final Pattern LIST = Pattern.compile(TAG + "(?:\\s*,\\s*" + TAG + ")*");
    private static final Pattern BEYOND_VERSION = Pattern.compile("-[0-9a-f]*\"$");

    /** Reads the header: 428 when it is absent, 400 when it is malformed. */
    public static IfMatch required(String header) {
        if (header == null || header.isBlank()) {
            throw ApiException.of(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag as you know it.");
        }
        return read(header.strip());
    }

    /** Reads the header: any state is accepted when it is absent, 400 when it is malformed. */
    public static IfMatch optional(String header) {
        return header == null || header.isBlank() ? new IfMatch(List.of(ANY)) : read(header.strip());
    }

    /** A version that was given elsewhere than in the header. */
    public static IfMatch version(long version) {
        return new IfMatch(List.of(quoted(Long.toString(version))));
    }

    private static IfMatch read(String header) {
        if (header.equals(ANY)) {
            return new IfMatch(List.of(ANY));
        }
        if (!LIST.matcher(header).matches()) {
            throw ApiException.invalid("If-Match", "must be an ETag, such as \"3\"");
        }
        return new IfMatch(TAG.matcher(header).results().map(MatchResult::group).toList());
    }

    /**
     * Of tags that are a version and, after a dash, what else is shown, the versions alone: for changes to which the rest does
     * not matter.
     */
    public IfMatch versions() {
        return new IfMatch(tags.stream()
                .map(tag -> BEYOND_VERSION.matcher(tag).replaceFirst("\""))
                .toList());
    }

    /** Throws 412 unless this version is an accepted one; the tag is the version in quotes. */
    public void check(long version) {
        check(Long.toString(version));
    }

    /** Throws 412 unless this state is an accepted one. */
    public void check(EntityTag present) {
        check(present.getValue());
    }

    /** A weak tag never matches: the comparison is strong. */
    private void check(String present) {
        if (!tags.contains(ANY) && !tags.contains(quoted(present))) {
            throw ApiException.of(
                    ProblemType.PRECONDITION_FAILED,
                    "It is at " + quoted(present) + " by now. Read it again, then repeat.");
        }
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
