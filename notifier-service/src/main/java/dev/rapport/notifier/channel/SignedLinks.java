package dev.rapport.notifier.channel;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Links that act for a member without a token of the member's, once they are posted; signed and expiring. */
@ApplicationScoped
public class SignedLinks {

    @Inject
    LinkKeys keys;

    @Inject
    PublicUrl publicUrl;

    @Inject
    Clock clock;

    /** A link to one action on one subject. */
    public String url(LinkAction action, String workspace, String member, UUID subject, Duration validity)
            throws SQLException {
        var key = keys.signing(workspace);
        var link = new Link(
                action, new Member(workspace, member), subject, clock.instant().plus(validity));
        return publicUrl.of("/l/" + new LinkToken(link, key.id()).signed(key.secret()));
    }

    /** What a token says: 404 when nobody signed it, 410 when it has expired. */
    Link read(String token) throws SQLException {
        var claimed = LinkToken.claimed(token).orElseThrow(SignedLinks::unknown);
        var key = keys.verifying(claimed.link().member().workspace(), claimed.keyId())
                .filter(it -> LinkToken.isSigned(token, it.secret()));
        if (key.isEmpty()) {
            throw unknown();
        }
        if (!claimed.link().expiresAt().isAfter(clock.instant())) {
            throw ApiException.of(ProblemType.GONE, "This link has expired. A newer mail has one that works.");
        }
        return claimed.link();
    }

    private static ApiException unknown() {
        return ApiException.of(ProblemType.NOT_FOUND, "There is no such link. Check that it was copied as a whole.");
    }
}
