package dev.rapport.notifier.channel;

import static dev.rapport.api.sql.Timestamps.instant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel as its member sees it. */
@Schema(name = "Channel")
record ChannelView(
        UUID id,
        @Schema(examples = "email") String kind,
        @Schema(examples = "alex@example.org") String address,

        @Schema(description = "Whether your mail goes there: the preference `email` names it.")
        boolean selected,

        @Schema(description = "Absent until the address is verified.")
        Instant verifiedAt,

        Health health,
        Instant createdAt) {

    /** Whether mail goes there. */
    public enum State {
        ACTIVE,
        UNVERIFIED,
        FAILING,
        PAUSED;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a channel does. */
    @Schema(name = "ChannelHealth")
    record Health(
            State state,
            Instant since,

            @Schema(
                    description = "What went wrong last; absent when nothing does.",
                    examples = "the mail server refused it with 550")
            String lastFault,

            @Schema(description = "How many mails wait for it.", examples = "0")
            long waiting) {}

    static final String SELECT = """
            select c.*, coalesce(p.email = c.address, false) as selected, w.waiting, w.fault
            from email_channel c
            left join preference p on p.workspace_id = c.workspace_id and p.member = c.member
            cross join lateral (
                select count(*) as waiting, max(d.last_fault) filter (where d.state = 'pending') as fault
                from delivery d
                where d.workspace_id = c.workspace_id and d.channel_id = c.id and d.state in ('pending', 'held')) w
            where c.workspace_id = :workspace and c.member = :member""";

    static ChannelView read(ResultSet row) throws SQLException {
        var verifiedAt = instant(row, "verified_at");
        return new ChannelView(
                row.getObject("id", UUID.class),
                "email",
                row.getString("address"),
                row.getBoolean("selected"),
                verifiedAt,
                health(row, verifiedAt),
                instant(row, "created_at"));
    }

    private static Health health(ResultSet row, Instant verifiedAt) throws SQLException {
        var pausedAt = instant(row, "paused_at");
        var failingSince = instant(row, "failing_since");
        var fault = row.getString("last_fault") == null ? row.getString("fault") : row.getString("last_fault");
        long waiting = row.getLong("waiting");
        if (pausedAt != null) {
            return new Health(State.PAUSED, pausedAt, fault, waiting);
        }
        if (verifiedAt == null) {
            return new Health(State.UNVERIFIED, instant(row, "created_at"), fault, waiting);
        }
        return fault == null
                ? new Health(State.ACTIVE, verifiedAt, null, waiting)
                : new Health(State.FAILING, failingSince, fault, waiting);
    }
}
