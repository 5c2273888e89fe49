package dev.rapport.notifier.mute;

import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.directory.Survivors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Ends mutes whose time is over: what was held back by them is planned again. */
@ApplicationScoped
class EndMutes {

    private static final String OVER =
            "select workspace_id, member, subject, contact_id from mute" + " where until <= ? order by until limit 200";

    /** Unless the member has extended it meanwhile, or another instance was faster. */
    private static final String END =
            "delete from mute where workspace_id = ? and member = ? and subject = ? and until <= ?";

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Event<MutesChanged> contactsChanged;

    @Inject
    Event<MutedKindsChanged> kindsChanged;

    /** A mute whose time is over; the contact is null for that of a kind. */
    record Over(MemberKey member, String subject, UUID contactId) {}

    /** Those whose time is over, the earliest first. */
    List<Over> over() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OVER)) {
            query.setObject(1, utc(clock.instant()));
            try (var rows = query.executeQuery()) {
                var over = new ArrayList<Over>();
                while (rows.next()) {
                    over.add(new Over(
                            new MemberKey(rows.getString("workspace_id"), rows.getString("member")),
                            rows.getString("subject"),
                            rows.getObject("contact_id", UUID.class)));
                }
                return over;
            }
        }
    }

    /** Ends one of them, and has planned anew what it held back. */
    @Transactional(rollbackOn = SQLException.class)
    void end(Over mute) throws SQLException {
        try (var transaction = database.getConnection()) {
            if (mute.contactId() == null) {
                Locks.changing(transaction, mute.member());
                if (delete(transaction, mute)) {
                    kindsChanged.fire(new MutedKindsChanged(mute.member()));
                }
            } else {
                var contact = new ContactKey(mute.member().workspace(), mute.contactId());
                var standing = Survivors.hold(transaction, List.of(contact));
                if (delete(transaction, mute)) {
                    contactsChanged.fire(new MutesChanged(standing));
                }
            }
        }
    }

    private boolean delete(Connection transaction, Over mute) throws SQLException {
        try (var delete = transaction.prepareStatement(END)) {
            delete.setString(1, mute.member().workspace());
            delete.setString(2, mute.member().member());
            delete.setString(3, mute.subject());
            delete.setObject(4, utc(clock.instant()));
            return delete.executeUpdate() > 0;
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
