package dev.rapport.api.security;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The member who makes the request, and the workspace that it may see, from the verified token; or, in background work, the
 * member whom {@link OnBehalf} acts for.
 */
@RequestScoped
public class CurrentMember {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");

    @Inject
    JsonWebToken token;

    private Member acting;

    /** The tenant: claim {@code workspace}. 403 when the token has none or a malformed one. */
    public String workspace() {
        if (acting != null) {
            return acting.workspace();
        }
        Object claim = token.getClaim("workspace");
        return claim instanceof String workspace ? valid("workspace", workspace) : valid("workspace", null);
    }

    /** The member: claim {@code sub}. 403 when the token has none or a malformed one. */
    public String id() {
        if (acting != null) {
            return acting.id();
        }
        return valid("sub", token.getSubject());
    }

    /** From now on, in this request context: not who asks, but whom the work is for. */
    void act(Member member) {
        acting = member;
    }

    /** Whether a text can name a workspace or a member. */
    public static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    private static String valid(String claim, String value) {
        if (!isId(value)) {
            throw ApiException.of(
                    ProblemType.FORBIDDEN,
                    "The token's claim `" + claim + "` must be 1 to 64 letters, digits or any of . _ @ + -");
        }
        return value;
    }
}
