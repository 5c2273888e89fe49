package dev.rapport.notifier.channel;

import dev.rapport.notifier.preference.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Verification mails that wait to be sent. */
@ApplicationScoped
public class Verifications {

    /** Whoever claims one has it to itself for a while: a failed attempt comes up again by itself. */
    private static final String CLAIM = """
            with picked as materialized (
                select workspace_id, id from email_channel
                where verification_due_at <= now()
                order by verification_due_at limit ? for update skip locked)
            update email_channel c set verification_due_at = now() + interval '1 minute'
            from picked where c.workspace_id = picked.workspace_id and c.id = picked.id
            returning c.workspace_id, c.member, c.id, c.address, c.verification_asked_at, (
                select p.language from preference p where p.workspace_id = c.workspace_id and p.member = c.member) as language""";

    /** A newer wish for a mail, made while this one was on its way, stays. */
    private static final String SENT = """
            update email_channel set verification_due_at = null
            where workspace_id = ? and id = ? and verification_due_at > now()""";

    private static final String LATER = """
            update email_channel set verification_due_at = now() + make_interval(secs => ?)
            where workspace_id = ? and id = ? and verification_due_at > now()""";

    @Inject
    DataSource database;

    @Inject
    SignedLinks links;

    @Inject
    EmailConfig config;

    /**
     * One mail to be sent, and its link.
     *
     * @param wish the same for every attempt at one mail, and another one when the member asks again
     * @param words in the member's language
     */
    public record Due(String workspace, UUID channel, UUID wish, String address, String url, LinkWords words) {}

    /** Some whose time has come. */
    @Transactional(rollbackOn = SQLException.class)
    public List<Due> claim(int most) throws SQLException {
        try (var connection = database.getConnection();
                var claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, most);
            var due = new ArrayList<Due>();
            try (var rows = claim.executeQuery()) {
                while (rows.next()) {
                    var channel = rows.getObject("id", UUID.class);
                    var workspace = rows.getString("workspace_id");
                    var url = links.url(
                            LinkAction.VERIFY_EMAIL,
                            workspace,
                            rows.getString("member"),
                            channel,
                            config.verificationValidity());
                    var wish = channel + " " + rows.getString("verification_asked_at");
                    due.add(new Due(
                            workspace,
                            channel,
                            UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)),
                            rows.getString("address"),
                            url,
                            LinkWords.in(Preferences.language(rows.getString("language")))));
                }
            }
            return due;
        }
    }

    /** It did not work this time. */
    @Transactional(rollbackOn = SQLException.class)
    public void later(Due due, Duration after) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(LATER)) {
            update.setDouble(1, after.toMillis() / 1000.0);
            update.setString(2, due.workspace());
            update.setObject(3, due.channel());
            update.executeUpdate();
        }
    }

    /** The mail server took it over, or refuses it for good. */
    @Transactional(rollbackOn = SQLException.class)
    public void over(Due due) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(SENT)) {
            update.setString(1, due.workspace());
            update.setObject(2, due.channel());
            update.executeUpdate();
        }
    }
}
