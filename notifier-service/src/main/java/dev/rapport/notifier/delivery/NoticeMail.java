package dev.rapport.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The mail of a notice. One that sums up lists what it stands for, as the inbox has it when the mail is sent. */
@ApplicationScoped
class NoticeMail implements MailWriter {

    private static final String SUMMED_UP = """
            select n.title from delivery d
            join notification n on n.workspace_id = d.workspace_id and n.id = d.notification_id
            where d.workspace_id = ? and d.summary_id = ? order by n.created_at, n.id limit 200""";

    @Inject
    DataSource database;

    @Override
    public String category() {
        return "notice";
    }

    @Override
    public Mail write(Claimed claimed) throws SQLException {
        var mail = MailPage.of(claimed.title()).in(claimed.language()).says(claimed.body());
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUMMED_UP)) {
            query.setString(1, claimed.workspace());
            query.setObject(2, claimed.notificationId());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    mail.says("- " + Mail.oneLine(rows.getString(1)));
                }
            }
        }
        return mail.mail();
    }
}
