package dev.rapport.engagement.signal;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Records what a request tells, once per Idempotency-Key: signals, events and key are one transaction. */
@ApplicationScoped
class RecordOnce {

    private final DataSource database;
    private final SignalReader reader;
    private final Signals signals;
    private final CurrentMember member;
    private final Messaging messaging;
    private final Clock clock;

    @Inject
    RecordOnce(
            DataSource database,
            SignalReader reader,
            Signals signals,
            CurrentMember member,
            Messaging messaging,
            Clock clock) {
        this.database = database;
        this.reader = reader;
        this.signals = signals;
        this.member = member;
        this.messaging = messaging;
        this.clock = clock;
    }

    @Idempotent
    @Transactional
    Response one(NewSignal request) throws SQLException {
        var recorded = record(List.of(Signal.of(request, member.workspace(), clock.instant())));
        return SignalResource.answer(
                recorded.get(0).status(), signals.view(recorded.get(0).signal()));
    }

    /** Records the good items and says what is wrong with the others. */
    @Idempotent
    @Transactional
    Response all(SignalBatch batch) throws SQLException {
        var good = new TreeMap<Integer, Signal>();
        var results = new TreeMap<Integer, SignalResults.Result>();
        for (int index = 0; index < batch.items().size(); index++) {
            try {
                good.put(index, reader.read(batch.items().get(index), member.workspace()));
            } catch (ApiException e) {
                results.put(index, SignalResults.Result.rejected(index, e.problem()));
            }
        }
        var indexes = List.copyOf(good.keySet());
        var recorded = record(List.copyOf(good.values()));
        for (int i = 0; i < recorded.size(); i++) {
            results.put(indexes.get(i), SignalResults.Result.of(indexes.get(i), recorded.get(i)));
        }
        return Response.ok(SignalResults.of(new ArrayList<>(results.values()))).build();
    }

    private List<RecordedSignal> record(List<Signal> told) throws SQLException {
        messaging.wakeAfterCommit();
        try (var connection = database.getConnection()) {
            return RecordSignals.all(connection, told, clock.instant());
        }
    }
}
