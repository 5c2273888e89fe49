package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rapport.notifier.planning.LocalSchedule;
import dev.rapport.notifier.planning.Situation.Habits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member's preferences.
 *
 * @param timeZone IANA name
 * @param editionTime local time at which the member's day of reminders begins
 * @param email where reminders are mailed to; absent for nowhere
 * @param replyTime how long an inbound message may wait: {@code P1D} calendar days, or {@code PT12H} exactly
 * @param dailyCap how many reminders may become due in one local day, 1..200
 */
public record Preferences(
        @Schema(examples = "Europe/Berlin") String timeZone,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, examples = "07:30")
        @JsonFormat(pattern = "HH:mm")
        LocalTime editionTime,

        @Schema(examples = "alex@example.org") String email,
        boolean emailEnabled,
        @Schema(examples = "P1D") String replyTime,
        @Schema(examples = "7") int dailyCap) {

    /** What holds until the member says otherwise. */
    public static final Preferences DEFAULT = new Preferences("UTC", LocalTime.of(7, 30), null, true, "P1D", 7);

    /** Columns that {@link #read} reads, of the table alias {@code p}; all null where the member has no row. */
    public static final String COLUMNS =
            "p.time_zone, p.edition_time, p.email, p.email_enabled, p.reply_time, p.daily_cap";

    /** Reads {@link #COLUMNS} of a row. */
    public static Preferences read(ResultSet row) throws SQLException {
        if (row.getString("time_zone") == null) {
            return DEFAULT;
        }
        return new Preferences(
                row.getString("time_zone"),
                row.getObject("edition_time", LocalTime.class),
                row.getString("email"),
                row.getBoolean("email_enabled"),
                row.getString("reply_time"),
                row.getInt("daily_cap"));
    }

    /** When the member's day begins. */
    public LocalSchedule schedule() {
        return new LocalSchedule(ZoneId.of(timeZone), editionTime);
    }

    /** What planning needs of them. */
    public Habits habits() {
        return new Habits(schedule(), ReplyTime.of(replyTime));
    }
}
