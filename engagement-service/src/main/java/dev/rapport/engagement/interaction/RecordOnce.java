package dev.rapport.engagement.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.json.ValidJson;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Records what a request asks for, once per Idempotency-Key: with a key, in the transaction that keeps the key. */
@ApplicationScoped
class RecordOnce {

    private final RecordInteractions record;
    private final CurrentMember member;
    private final Clock clock;
    private final ValidJson valid;

    @Inject
    RecordOnce(RecordInteractions record, CurrentMember member, Clock clock, ValidJson valid) {
        this.record = record;
        this.member = member;
        this.clock = clock;
        this.valid = valid;
    }

    @Idempotent
    Response one(NewInteraction request) throws SQLException {
        var interaction = Interaction.of(request, member.workspace(), clock.instant());
        return InteractionResource.answer(record.all(List.of(interaction)).get(0));
    }

    /** Records the good items and says what is wrong with the others. */
    @Idempotent
    Response all(InteractionBatch batch) throws SQLException {
        var good = new TreeMap<Integer, Interaction>();
        var results = new TreeMap<Integer, BatchResults.Result>();
        for (int index = 0; index < batch.items().size(); index++) {
            try {
                good.put(index, interaction(batch.items().get(index)));
            } catch (ApiException e) {
                results.put(index, BatchResults.Result.rejected(index, e.problem()));
            }
        }
        var indexes = List.copyOf(good.keySet());
        var recorded = record.all(List.copyOf(good.values()));
        for (int i = 0; i < recorded.size(); i++) {
            results.put(indexes.get(i), BatchResults.Result.of(indexes.get(i), recorded.get(i)));
        }
        return Response.ok(BatchResults.of(new ArrayList<>(results.values()))).build();
    }

    private Interaction interaction(JsonNode item) {
        return Interaction.of(valid.read(item, NewInteraction.class), member.workspace(), clock.instant());
    }
}
