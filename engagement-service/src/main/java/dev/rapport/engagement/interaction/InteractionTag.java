package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The entity tag of an interaction, which stands for its whole occasion: the sum of all revisions, which only rises, and how
 * many there are, which changes when one is erased.
 */
final class InteractionTag {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private InteractionTag() {}

    static EntityTag of(Interaction occasion) {
        var rows = occasion.rows();
        long revisions = rows.stream().mapToLong(Interaction::revision).sum();
        return new EntityTag(rows.size() == 1 ? Long.toString(revisions) : revisions + "-" + rows.size());
    }

    /**
     * Honours If-Match (RFC 9110, section 13.1.1), if there is one: 412 unless it names this very state, 400 when it cannot be
     * read. A weak tag never matches.
     */
    static void check(String ifMatch, Interaction occasion) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        var tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw ApiException.invalid("If-Match", "must be an ETag, such as \"3\"");
        }
        var present = '"' + of(occasion).getValue() + '"';
        if (!tags.contains(present)) {
            throw ApiException.of(
                    ProblemType.PRECONDITION_FAILED, "It is at " + present + " by now. Read it again, then repeat.");
        }
    }
}
