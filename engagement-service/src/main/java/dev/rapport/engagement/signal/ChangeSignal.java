package dev.rapport.engagement.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Corrects, retracts or restores one signal. Each says 404 for an unknown one and 412 for another revision than expected. */
@ApplicationScoped
class ChangeSignal {

    private final DataSource database;
    private final Signals signals;
    private final SignalReader reader;
    private final Messaging messaging;
    private final Clock clock;

    @Inject
    ChangeSignal(DataSource database, Signals signals, SignalReader reader, Messaging messaging, Clock clock) {
        this.database = database;
        this.signals = signals;
        this.reader = reader;
        this.messaging = messaging;
        this.clock = clock;
    }

    /** Applies a merge patch; what changes nothing leaves the revision as it is. */
    @Transactional
    SignalView patch(UUID id, IfMatch expected, JsonNode patch) throws SQLException {
        return change(signals.require(id), expected, signal -> {
            var wanted = reader.patched(signal, patch);
            boolean same = wanted.content().equals(signal.content()) && wanted.namesTheSameAs(signal);
            return same || signal.isRetracted() ? signal : signal.corrected(wanted);
        });
    }

    /** Takes a signal back; does nothing when that was done before. It stays stored, so that its source cannot bring it again. */
    @Transactional
    void retract(UUID id, IfMatch expected) throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        change(signals.requireEvenRetracted(id), expected, it -> it.isRetracted() ? it : it.retracted(now));
    }

    /** Undoes a retraction; does nothing to a signal that counts. */
    @Idempotent
    @Transactional
    Response restore(UUID id) throws SQLException {
        Instant never = null;
        return OneSignalResource.answer(change(
                signals.requireEvenRetracted(id),
                IfMatch.optional(null),
                it -> it.isRetracted() ? it.retracted(never) : it));
    }

    private SignalView change(Signal seen, IfMatch expected, UnaryOperator<Signal> change) throws SQLException {
        messaging.wakeAfterCommit();
        var unsettled = new Unsettled();
        try (var connection = database.getConnection()) {
            ChangeStored.apply(
                    connection,
                    List.of(seen),
                    current -> {
                        expected.check(current.revision());
                        return change.apply(current);
                    },
                    unsettled);
            unsettled.settle(connection, clock.instant());
        }
        return signals.view(signals.requireEvenRetracted(seen.id()));
    }
}
