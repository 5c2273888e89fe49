package dev.rapport.notifier.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Confirms an address by the link that was mailed to it. */
@ApplicationScoped
class VerifyByLink implements LinkHandler {

    @Inject
    EmailChannels channels;

    @Inject
    ChangeChannels change;

    @Override
    public LinkAction action() {
        return LinkAction.VERIFY_EMAIL;
    }

    @Override
    public LinkPage offer(Link link) {
        var channel = channels.require(link.subject());
        return new LinkPage(
                "Is this your address?",
                "Rapport will send what it tells you to " + channel.address() + ".",
                "Yes, it is mine");
    }

    @Override
    public LinkPage act(Link link) {
        try {
            var channel = change.verify(link.subject());
            return LinkPage.told("Thank you", "Mail goes to " + channel.address() + " from now on.");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
