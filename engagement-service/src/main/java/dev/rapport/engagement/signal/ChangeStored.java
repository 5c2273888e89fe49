package dev.rapport.engagement.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Changes stored signals: their groups are held first, then they themselves, then they are read as they truly are. */
final class ChangeStored {

    private ChangeStored() {}

    /**
     * Applies a change to each of these signals.
     *
     * @param seen as they were read before anything was locked
     * @param change returns the very same signal where nothing changes
     * @param unsettled learns of what was changed
     */
    static void apply(
            Connection transaction, Collection<Signal> seen, UnaryOperator<Signal> change, Unsettled unsettled)
            throws SQLException {
        Groups.hold(
                transaction,
                seen.stream().filter(Signal::isMatched).map(Signal::contact).collect(Collectors.toSet()));
        SignalTable.lock(transaction, seen);
        var changed = new ArrayList<Signal>();
        var renamed = new ArrayList<Signal>();
        for (var before : SignalTable.byId(transaction, seen)) {
            var after = change.apply(before);
            if (after != before) {
                changed.add(after);
                unsettled.was(before);
                boolean looksAgain = !after.isMatched() && !after.isRetracted();
                if (looksAgain || !after.namesTheSameAs(before)) {
                    renamed.add(after);
                }
            }
        }
        store(transaction, changed, renamed);
        SignalTable.byId(transaction, changed).forEach(unsettled::is);
    }

    private static void store(Connection transaction, List<Signal> changed, List<Signal> renamed) throws SQLException {
        if (!changed.isEmpty()) {
            SignalTable.change(transaction, changed);
            SignalTable.matchAnew(transaction, renamed);
        }
    }
}
