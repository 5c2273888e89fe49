package dev.rapport.engagement.profile;

import static dev.rapport.api.sql.Timestamps.instant;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.rapport.engagement.scoring.Preset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A version of a workspace's profile.
 *
 * @param number 0 for the default, which is nowhere stored
 * @param createdBy the member who asked for it; null when it was chosen by itself, or is the default
 * @param task what is left to do for it; null when all is done
 * @param total how many contacts there are to do; null when that is not known
 */
record Version(
        int number,
        Definition definition,
        List<OwnerRhythm> rhythms,
        State state,
        Instant createdAt,
        String createdBy,
        Instant appliedAt,
        Instant endedAt,
        ProfileTask.Kind task,
        long done,
        Long total) {

    /** Where a version stands. */
    public enum State {
        BUILDING,
        ACTIVE,
        RETIRED,
        CANCELLED,
        FAILED;

        /** The name in JSON and in the database, for example {@code building}. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What holds as long as nothing else was asked for. */
    static final Version ZERO = new Version(
            0, Definition.of(Preset.DEFAULT), List.of(), State.ACTIVE, null, null, null, null, null, 0, null);

    static Version read(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                Definition.read(row.getString("definition")),
                ChooseRhythms.read(row.getString("rhythms")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "applied_at"),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("task"))
                        .map(ProfileTask.Kind::of)
                        .orElse(null),
                row.getLong("done"),
                row.getObject("total", Long.class));
    }
}
