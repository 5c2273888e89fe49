package dev.rapport.notifier.delivery;

import java.sql.SQLException;

/** Writes the mails of one category of notifications. */
public interface MailWriter {

    /** The category, as {@code notification.category} has it. */
    String category();

    /** The mail that tells a notification; the same for each attempt. Runs outside of any transaction. */
    Mail write(Claimed claimed) throws SQLException;
}
