package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rapport.notifier.planning.LocalSchedule;
import dev.rapport.notifier.planning.QuietHours;
import dev.rapport.notifier.planning.Situation.Habits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member's preferences.
 *
 * @param timeZone IANA name
 * @param editionTime local time at which the member's day of reminders begins
 * @param editionDays the days on which the member looks; on the others only what the member timed by hand is told
 * @param quietHours when nothing but that is told on these days; absent for never
 * @param email where notifications are mailed to; absent for nowhere
 * @param replyTime how long an inbound message may wait: {@code P1D} calendar days, or {@code PT12H} exactly
 * @param followUpAfter how long an outbound message may stay unanswered, likewise
 * @param dailyCap how many reminders may become due in one local day, 1..200
 * @param alertThreshold from which relevance, 0..100, a signal or a message is told at once
 * @param channels over which channels each kind goes out, of every kind in {@link ChannelChoices#KINDS}
 * @param interests what news are ranked by, besides relevance
 */
public record Preferences(
        @Schema(examples = "Europe/Berlin") String timeZone,

        @Schema(type = SchemaType.STRING, examples = "07:30") @JsonFormat(pattern = "HH:mm")
        LocalTime editionTime,

        Set<DayOfWeek> editionDays,

        @Schema(description = "Absent for none.") QuietHours quietHours,

        @Schema(examples = "alex@example.org") String email,
        boolean emailEnabled,
        @Schema(examples = "P1D") String replyTime,
        @Schema(examples = "P7D") String followUpAfter,
        @Schema(examples = "7") int dailyCap,
        @Schema(examples = "75") int alertThreshold,

        @Schema(description = "Of every kind, the channels over which it goes out; the inbox shows everything.")
        Map<String, Set<ChannelKind>> channels,

        Language language,
        List<String> interests,
        EmptyEdition emptyEdition) {

    /**
     * What holds until the member says otherwise. There are no quiet hours until the member's time zone is known: nights are
     * elsewhere.
     */
    public static final Preferences DEFAULT = new Preferences(
            "UTC",
            LocalTime.of(7, 30),
            EnumSet.allOf(DayOfWeek.class),
            null,
            null,
            true,
            "P1D",
            "P7D",
            7,
            75,
            ChannelChoices.with(Map.of()),
            Language.EN,
            List.of(),
            EmptyEdition.SKIP);

    public Preferences {
        editionDays = Collections.unmodifiableSet(EnumSet.copyOf(editionDays));
        interests = List.copyOf(interests);
    }

    /** Columns that {@link #read} reads, of the table alias {@code p}; all null where the member has no row. */
    public static final String COLUMNS = "p.time_zone, p.edition_time, p.edition_days, p.quiet_from, p.quiet_to,"
            + " p.email, p.email_enabled, p.reply_time, p.follow_up_after, p.daily_cap, p.alert_threshold, p.channels,"
            + " p.language, p.interests as member_interests, p.empty_edition";

    /** Reads {@link #COLUMNS} of a row. */
    public static Preferences read(ResultSet row) throws SQLException {
        return row.getString("edition_time") == null ? DEFAULT : PreferenceRow.read(row);
    }

    /** The language of this code, the default where there is none. */
    public static Language language(String code) {
        return code == null ? DEFAULT.language() : Language.of(code);
    }

    /** When the member looks, and when the member is left alone. */
    public LocalSchedule schedule() {
        return new LocalSchedule(ZoneId.of(timeZone), editionTime, editionDays, Optional.ofNullable(quietHours));
    }

    /** What planning needs of them. */
    public Habits habits() {
        return new Habits(
                schedule(), CalendarDuration.of(replyTime), CalendarDuration.of(followUpAfter), language.locale());
    }

    /** The same, but for these kinds, which go out over this channel no more. */
    Preferences without(ChannelKind channel, Collection<String> kinds) {
        var fewer = new TreeMap<>(channels);
        kinds.forEach(kind -> {
            var left = EnumSet.noneOf(ChannelKind.class);
            left.addAll(channels.getOrDefault(kind, Set.of()));
            left.remove(channel);
            fewer.put(kind, left);
        });
        return new Preferences(
                timeZone,
                editionTime,
                editionDays,
                quietHours,
                email,
                emailEnabled,
                replyTime,
                followUpAfter,
                dailyCap,
                alertThreshold,
                fewer,
                language,
                interests,
                emptyEdition);
    }

    /** Whether what is told of this kind ({@link ChannelChoices#KINDS}) goes out over this channel. */
    public boolean wants(String kind, ChannelKind channel) {
        return channels.getOrDefault(kind, Set.of()).contains(channel);
    }

    /** Where what is told of this kind is mailed to; empty when it is not. */
    public Optional<String> mailedTo(String kind) {
        return Optional.ofNullable(email).filter(address -> emailEnabled && wants(kind, ChannelKind.EMAIL));
    }
}
