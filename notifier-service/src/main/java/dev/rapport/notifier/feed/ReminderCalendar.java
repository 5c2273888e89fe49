package dev.rapport.notifier.feed;

import static dev.rapport.api.sql.Timestamps.instant;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import dev.rapport.api.security.Member;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.reminder.Names;
import dev.rapport.notifier.reminder.ReminderTitle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;
import java.util.Locale;
import javax.sql.DataSource;

/** A member's open reminders as an iCalendar (RFC 5545): an event of a quarter of an hour when each is told. */
@ApplicationScoped
class ReminderCalendar {

    private static final int MOST = 500;
    private static final int MINUTES = 15;

    private static final String OPEN = """
            select r.id, r.kind, r.reason, r.wake_at, r.updated_at, r.version,
                coalesce(c.display_name, s.display_name) as display_name, p.language
            from reminder r
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            left join contact s on s.workspace_id = r.workspace_id and s.contact_id = c.survivor_id
            left join preference p on p.workspace_id = r.workspace_id and p.member = r.owner
            where r.workspace_id = ? and r.owner = ? and r.state in ('scheduled', 'due', 'snoozed')
            order by r.due_at, r.id limit ?""";

    @Inject
    DataSource database;

    /** The calendar; the same text as long as nothing in it changes. */
    String of(Member member) throws SQLException {
        var calendar = new ICalendar();
        calendar.setProductId("-//Rapport//Reminders//EN");
        calendar.setName("Rapport");
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OPEN)) {
            query.setString(1, member.workspace());
            query.setString(2, member.id());
            query.setInt(3, MOST);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    calendar.addEvent(event(rows));
                }
            }
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(ResultSet row) throws SQLException {
        var event = new VEvent();
        event.setUid(row.getString("id") + "@rapport");
        event.setDateTimeStamp(date(row, "updated_at"));
        event.setSequence(row.getInt("version"));
        event.setDateStart(date(row, "wake_at"), true);
        event.setDuration(Duration.builder().minutes(MINUTES).build());
        var reason = row.getString("reason");
        event.setSummary(ReminderTitle.of(
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Preferences.language(row.getString("language")),
                Names.of(row.getString("display_name")),
                reason));
        event.setDescription(reason);
        event.setStatus(Status.confirmed());
        event.setTransparency(true);
        return event;
    }

    private static Date date(ResultSet row, String column) throws SQLException {
        return Date.from(instant(row, column));
    }
}
