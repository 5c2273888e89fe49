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
    public LinkPage offer(Link link, LinkWords words) {
        var channel = channels.require(link.subject());
        return words.page(words.askAddress(), words.whatAddressIsFor(channel.address()), words.sayAddress());
    }

    @Override
    public LinkPage act(Link link, LinkWords words) {
        try {
            var channel = change.verify(link.subject());
            return words.told(words.thanks(), words.addressIsUsed(channel.address()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
