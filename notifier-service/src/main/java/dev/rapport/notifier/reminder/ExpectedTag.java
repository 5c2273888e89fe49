package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import java.util.Arrays;
import java.util.List;

/**
 * The reminder that a change is meant for, as it was: the header {@code If-Match} (RFC 9110, section 13.1.1).
 *
 * @param tags as they came; {@code *} for whatever it is now
 */
record ExpectedTag(List<String> tags) {

    /** Reads the header: 428 when it is absent, 400 when it is malformed. */
    static ExpectedTag of(String header) {
        if (header == null || header.isBlank()) {
            throw ApiException.of(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag as you know it.");
        }
        var tags = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        if (!tags.equals(List.of("*")) && !tags.stream().allMatch(it -> it.matches("(?:W/)?\"[^\"]*\""))) {
            throw ApiException.invalid("If-Match", "must be an ETag, such as \"3f2a\"");
        }
        return new ExpectedTag(tags);
    }

    /** Throws 412 unless the reminder is as expected. A weak tag never is: the comparison is strong. */
    void check(ReminderView reminder) {
        if (!tags.contains("*") && !tags.contains('"' + reminder.etag() + '"')) {
            throw ApiException.of(
                    ProblemType.PRECONDITION_FAILED, "The reminder has changed since. Read it again, then repeat.");
        }
    }
}
