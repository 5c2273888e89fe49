package dev.rapport.notifier.series;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The changes to many series and their occurrences, written with one statement of each sort. */
final class OccurrenceChanges {

    private final List<Standing> passedBy = new ArrayList<>();
    private final List<Standing> ended = new ArrayList<>();
    private final List<At> moved = new ArrayList<>();
    private final List<At> added = new ArrayList<>();

    /** A series, and an occurrence of it. */
    private record At(Standing standing, Turn.Until occurrence) {

        String workspace() {
            return standing.contact().workspace();
        }

        String cause() {
            return "series:" + standing.id() + ":" + occurrence.date();
        }

        String date() {
            return occurrence.date().toString();
        }

        String localAt() {
            return occurrence
                    .date()
                    .atTime(standing.series().start().toLocalTime())
                    .toString();
        }
    }

    void add(Standing standing, Turn turn) {
        if (turn.ends()) {
            ended.add(standing);
        }
        if (turn.passesBy()) {
            passedBy.add(standing);
        }
        turn.moves().ifPresent(to -> moved.add(new At(standing, to)));
        turn.adds().ifPresent(occurrence -> added.add(new At(standing, occurrence)));
    }

    /** Writes what closes before what opens, so that no two of a series are open at any time. */
    void write(Connection transaction, Instant now) throws SQLException {
        close(transaction, OccurrenceSql.PASS_BY, passedBy, it -> it.open().id(), now);
        close(transaction, OccurrenceSql.END, ended, Standing::id, now);
        move(transaction, now);
        insert(transaction, now);
        advance(transaction);
    }

    private static void close(
            Connection transaction, String sql, List<Standing> over, Function<Standing, UUID> id, Instant now)
            throws SQLException {
        if (!over.isEmpty()) {
            try (var update = transaction.prepareStatement(sql)) {
                Columns.of(update, over)
                        .text(it -> it.contact().workspace())
                        .uuid(id)
                        .update(now);
            }
        }
    }

    private void move(Connection transaction, Instant now) throws SQLException {
        if (!moved.isEmpty()) {
            try (var update = transaction.prepareStatement(OccurrenceSql.MOVE)) {
                Columns.of(update, moved)
                        .text(At::workspace)
                        .uuid(it -> it.standing().open().id())
                        .text(At::cause)
                        .text(At::date)
                        .text(At::localAt)
                        .instant(it -> it.occurrence().dueAt())
                        .instant(it -> it.occurrence().latestAt())
                        .update(now);
            }
        }
    }

    private void insert(Connection transaction, Instant now) throws SQLException {
        if (!added.isEmpty()) {
            try (var insert = transaction.prepareStatement(OccurrenceSql.INSERT)) {
                Columns.of(insert, added)
                        .text(At::workspace)
                        .uuid(it -> UuidCreator.getTimeOrderedEpochPlus1())
                        .uuid(it -> it.standing().contact().contactId())
                        .text(it -> it.standing().owner())
                        .text(it -> it.standing().text())
                        .text(it -> it.standing().note())
                        .uuid(it -> it.standing().id())
                        .text(At::cause)
                        .text(At::date)
                        .text(At::localAt)
                        .instant(it -> it.occurrence().dueAt())
                        .instant(it -> it.occurrence().latestAt())
                        .update(now);
            }
        }
    }

    private void advance(Connection transaction) throws SQLException {
        var all = new ArrayList<>(added);
        all.addAll(moved);
        if (!all.isEmpty()) {
            try (var update = transaction.prepareStatement(OccurrenceSql.ADVANCE)) {
                Columns.of(update, all)
                        .text(At::workspace)
                        .uuid(it -> it.standing().id())
                        .text(At::date)
                        .update();
            }
        }
    }
}
