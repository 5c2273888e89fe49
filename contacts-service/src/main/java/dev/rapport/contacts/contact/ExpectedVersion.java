package dev.rapport.contacts.contact;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The version of a resource that a change is meant for: the header {@code If-Match} (RFC 9110, section 13.1.1). An entity tag
 * is the version in quotes.
 *
 * @param tags the accepted entity tags, quotes included; {@code *} accepts any version
 */
public record ExpectedVersion(List<String> tags) {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");
    private static final Pattern LIST = Pattern.compile(TAG + "(?:\\s*,\\s*" + TAG + ")*");

    /** Reads the header: 428 when it is absent, 400 when it is malformed. */
    public static ExpectedVersion of(String header) {
        if (header == null || header.isBlank()) {
            throw ApiException.of(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag as you know it.");
        }
        var text = header.strip();
        if (text.equals(ANY)) {
            return new ExpectedVersion(List.of(ANY));
        }
        if (!LIST.matcher(text).matches()) {
            throw ApiException.invalid("If-Match", "must be an ETag, such as \"3\"");
        }
        return new ExpectedVersion(
                TAG.matcher(text).results().map(MatchResult::group).toList());
    }

    /** Throws 412 unless this version is the expected one. A weak tag never is: the comparison is strong. */
    public void check(long version) {
        if (!tags.contains(ANY) && !tags.contains(tag(version))) {
            throw ApiException.of(
                    ProblemType.PRECONDITION_FAILED,
                    "It is at " + tag(version) + " by now. Read it again, then repeat.");
        }
    }

    private static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
