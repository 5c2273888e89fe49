package dev.rapport.notifier.edition.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.notifier.delivery.Claimed;
import dev.rapport.notifier.delivery.Mail;
import dev.rapport.notifier.delivery.MailWriter;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.inbox.NotificationCategory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes the mail of an edition from what was published, so that every attempt says the same. */
@ApplicationScoped
class EditionMailWriter implements MailWriter {

    private static final String FIND = "select content from edition where workspace_id = ? and notification_id = ?";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    EditionPages pages;

    @Override
    public String category() {
        return NotificationCategory.EDITION.json();
    }

    @Override
    public Mail write(Claimed claimed) throws SQLException {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(FIND)) {
            find.setString(1, claimed.workspace());
            find.setObject(2, claimed.notificationId());
            try (var row = find.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no edition of this notification");
                }
                return pages.mail(json.readValue(row.getString(1), Edition.class));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
