package dev.rapport.notifier.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
import dev.rapport.notifier.preference.Languages;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts notices into inboxes, in the caller's transaction. */
public final class Notices {

    private Notices() {}

    /**
     * Tells a member; nothing when the member was told of the same occasion before.
     *
     * @param occasion what a notice of its kind is told but once of
     */
    public static void tell(
            Connection transaction,
            MemberKey member,
            String occasion,
            Instant now,
            Function<NoticeWords, Notice> saying)
            throws SQLException {
        var notice = saying.apply(words(transaction, member));
        add(transaction, member, UuidCreator.getTimeOrderedEpochPlus1(), notice, notice.kind() + ":" + occasion, now);
    }

    /** Tells a member by a notification that its caller has a use for. */
    public static void tell(
            Connection transaction, MemberKey member, UUID id, Instant now, Function<NoticeWords, Notice> saying)
            throws SQLException {
        add(transaction, member, id, saying.apply(words(transaction, member)), null, now);
    }

    private static NoticeWords words(Connection transaction, MemberKey member) throws SQLException {
        return NoticeWords.in(Languages.of(transaction, member));
    }

    private static void add(Connection transaction, MemberKey member, UUID id, Notice notice, String cause, Instant now)
            throws SQLException {
        NewNotification.add(
                transaction,
                List.of(new NewNotification(
                        member,
                        id,
                        NotificationCategory.NOTICE,
                        notice.kind(),
                        cause,
                        null,
                        null,
                        notice.title(),
                        notice.body(),
                        now)));
    }
}
