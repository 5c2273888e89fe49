package dev.rapport.notifier.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.notifier.planning.QuietHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Preferences in the columns of their table. */
final class PreferenceRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PreferenceRow() {}

    static Preferences read(ResultSet row) throws SQLException {
        var quietFrom = row.getObject("quiet_from", LocalTime.class);
        return new Preferences(
                row.getString("time_zone"),
                row.getObject("edition_time", LocalTime.class),
                texts(row, "edition_days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                quietFrom == null ? null : new QuietHours(quietFrom, row.getObject("quiet_to", LocalTime.class)),
                row.getString("email"),
                row.getBoolean("email_enabled"),
                row.getString("reply_time"),
                row.getString("follow_up_after"),
                row.getInt("daily_cap"),
                row.getInt("alert_threshold"),
                ChannelChoices.with(choices(row.getString("channels"))),
                Language.of(row.getString("language")),
                texts(row, "member_interests"),
                EmptyEdition.of(row.getString("empty_edition")));
    }

    /** What differs from the defaults: they may change, and who never decided follows them. */
    static String channels(Preferences preferences) {
        var chosen = new TreeMap<>(preferences.channels());
        chosen.entrySet().removeIf(choice -> choice.getValue()
                .equals(Preferences.DEFAULT.channels().get(choice.getKey())));
        try {
            return JSON.writeValueAsString(chosen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Set<ChannelKind>> choices(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
