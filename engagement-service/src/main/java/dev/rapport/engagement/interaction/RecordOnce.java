package dev.rapport.engagement.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Problem;
import dev.rapport.api.problem.Violations;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
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
    private final Validator validator;
    private final ObjectMapper json;

    @Inject
    RecordOnce(RecordInteractions record, CurrentMember member, Clock clock, Validator validator, ObjectMapper json) {
        this.record = record;
        this.member = member;
        this.clock = clock;
        this.validator = validator;
        this.json = json;
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
        var request = read(item);
        var violations = Violations.of(validator.validate(request));
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
        return Interaction.of(request, member.workspace(), clock.instant());
    }

    private NewInteraction read(JsonNode item) {
        if (item == null || !item.isObject()) {
            throw ApiException.invalid("item", "must be an object");
        }
        try {
            return json.treeToValue(item, NewInteraction.class);
        } catch (JsonProcessingException e) {
            throw invalid(JsonFaults.problem(e));
        }
    }

    private static ApiException invalid(Problem problem) {
        return ApiException.invalid(problem.violations());
    }
}
