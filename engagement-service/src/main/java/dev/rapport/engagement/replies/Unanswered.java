package dev.rapport.engagement.replies;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.relevance.KnownContact;
import dev.rapport.engagement.relevance.Owed;
import dev.rapport.engagement.scoring.Noise;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What was not answered, of contacts of whom it is known that something was not: a bounded look into the index of each. */
@ApplicationScoped
class Unanswered {

    /** More of one contact are not counted. */
    static final int MOST = 100;

    private static final String SINCE_THE_ANSWER = """
        select k.contact_id, i.id, i.kind, i.occurred_at, i.subject, i.channel
        from unnest(:contacts::uuid[], :answered::timestamptz[]) as k (contact_id, answered_at)
        cross join lateral (
            select k.contact_id as member
            union
            select m.contact_id from directory_contact m
            where m.workspace_id = :workspace and m.survivor_id = k.contact_id) g
        cross join lateral (
            select i.id, i.kind, i.occurred_at, i.subject, i.channel from interaction i
            where i.workspace_id = :workspace and i.contact_id = g.member and i.occurred_at > k.answered_at
              and i.contact_id is not null and i.retracted_at is null and i.direction = :direction
              and i.kind || ' ' || i.direction <> all (:noise::text[])
            order by i.occurred_at desc, i.id desc limit :most) i\
        """;

    /** One message without an answer. */
    record Message(UUID id, InteractionKind kind, Instant occurredAt, String subject, String channel) {

        private static Message read(ResultSet row) throws SQLException {
            return new Message(
                    row.getObject("id", UUID.class),
                    InteractionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    instant(row, "occurred_at"),
                    row.getString("subject"),
                    row.getString("channel"));
        }
    }

    private final WorkspaceSql sql;

    @Inject
    Unanswered(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The messages that this side has not answered, the newest first, by contact. */
    Map<UUID, List<Message>> by(Owed side, List<KnownContact> contacts, ScoringProfile profile) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        var parameters = Map.of(
                "contacts",
                contacts.stream().map(KnownContact::id).toList(),
                "answered",
                contacts.stream().map(contact -> answeredAt(side, contact)).toList(),
                "direction",
                (side == Owed.MINE ? Direction.INBOUND : Direction.OUTBOUND).name(),
                "noise",
                Noise.of(profile),
                "most",
                MOST);
        var messages = new HashMap<UUID, List<Message>>();
        sql.list(SINCE_THE_ANSWER, parameters, row -> messages.computeIfAbsent(
                        row.getObject("contact_id", UUID.class), id -> new ArrayList<>())
                .add(Message.read(row)));
        messages.values()
                .forEach(of -> of.sort(
                        Comparator.comparing(Message::occurredAt).reversed().thenComparing(Message::id)));
        return messages;
    }

    private static String answeredAt(Owed side, KnownContact contact) {
        var at = side.answeredAt(contact.stored().tie());
        return at == null ? "-infinity" : at.toString();
    }
}
