package dev.rapport.notifier.delivery;

import dev.rapport.notifier.channel.LinkAction;
import dev.rapport.notifier.channel.SignedLinks;
import dev.rapport.notifier.preference.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;

/** The mail of a reminder, which can be done or put off from within it. */
@ApplicationScoped
class ReminderMail implements MailWriter {

    private static final Duration VALIDITY = Duration.ofDays(30);

    @Inject
    SignedLinks links;

    @Override
    public String category() {
        return "reminder";
    }

    @Override
    public Mail write(Claimed claimed) throws SQLException {
        var german = claimed.language() == Language.DE;
        var page = MailPage.of(claimed.title()).in(claimed.language()).says(claimed.body());
        if (claimed.draft() != null) {
            page.says((german ? "Ein Satz zum Abschicken: " : "A line to send: ") + claimed.draft());
        }
        return page.link(german ? "Erledigt" : "It is done", url(LinkAction.DONE, claimed))
                .link(german ? "Morgen erinnern" : "Remind me tomorrow", url(LinkAction.SNOOZE, claimed))
                .mail();
    }

    private String url(LinkAction action, Claimed claimed) throws SQLException {
        return links.url(action, claimed.workspace(), claimed.member(), claimed.reminderId(), VALIDITY);
    }
}
