package dev.rapport.notifier.channel;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.preference.EmailChoice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;

/** Ends the mails of one kind. They show in the inbox as before, and the preferences show the choice. */
@ApplicationScoped
class UnsubscribeByLink implements LinkHandler {

    private static final String WITHDRAW = """
            update delivery d set state = 'withdrawn', lease = null, finished_at = now()
            from email_channel c, notification n
            where c.workspace_id = :workspace and c.member = :member and d.workspace_id = c.workspace_id
                and d.channel_id = c.id and d.state in ('pending', 'held') and n.workspace_id = d.workspace_id
                and n.id = d.notification_id and n.category = :category""";

    @Inject
    EmailChoice choice;

    @Inject
    WorkspaceSql sql;

    @Override
    public LinkAction action() {
        return LinkAction.UNSUBSCRIBE;
    }

    @Override
    public LinkPage offer(Link link, LinkWords words) {
        return words.page(words.askUnsubscribe(list(link)), words.inboxStays(), words.sayUnsubscribe());
    }

    @Override
    @Transactional(rollbackOn = SQLException.class)
    public LinkPage act(Link link, LinkWords words) {
        var list = list(link);
        choice.stop(list.kinds());
        sql.update(WITHDRAW, Map.of("member", link.member().id(), "category", list.category()));
        return words.told(words.isUnsubscribed(), words.noMore(list));
    }

    private static MailList list(Link link) {
        return MailList.ofSubject(link.subject()).orElseThrow(() -> ApiException.notFound("kind of mail"));
    }
}
