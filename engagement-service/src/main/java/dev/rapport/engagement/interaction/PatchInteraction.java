package dev.rapport.engagement.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Corrects an interaction by a merge patch (RFC 7396). */
@ApplicationScoped
class PatchInteraction {

    private static final String CONTACT = "contactId";
    private static final String ADDRESS = "address";

    private final ChangeOccasion change;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    @Inject
    PatchInteraction(ChangeOccasion change, ObjectMapper json, Validator validator, Clock clock) {
        this.change = change;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Applies the patch: another contact to this interaction alone, all else to its occasion.
     *
     * @return the occasion as it is now
     * @throws ApiException 400 when the result is not valid, 404 when there is none or it was retracted, 412 when it has changed
     */
    Interaction patch(UUID id, IfMatch expected, JsonNode patch) throws SQLException {
        if (!patch.isObject()) {
            throw ApiException.invalid("body", "must be an object");
        }
        return change.change(id, expected, occasion -> patched(occasion, id, patch));
    }

    private Interaction patched(Interaction occasion, UUID id, JsonNode patch) {
        var row = occasion.row(id)
                .filter(it -> !it.isRetracted())
                .orElseThrow(() -> ApiException.notFound("interaction"));
        var details = details(row, patch);
        var named = details.named();
        if (occasion.rows().stream()
                .anyMatch(other -> !other.id().equals(id) && other.named().equals(named))) {
            throw ApiException.invalid(
                    named.address() == null ? CONTACT : ADDRESS, "must not be that of another participant");
        }
        var content = Content.of(details.request(), clock.instant());
        return occasion.each(it -> it.id().equals(id) ? it.with(named).with(content) : it.with(content));
    }

    private InteractionDetails details(Interaction row, JsonNode patch) {
        ObjectNode target = json.valueToTree(InteractionDetails.of(row));
        // An interaction has one name: who gives the other kind replaces it.
        if (patch.hasNonNull(CONTACT) && !patch.has(ADDRESS)) {
            target.remove(ADDRESS);
        } else if (patch.hasNonNull(ADDRESS) && !patch.has(CONTACT)) {
            target.remove(CONTACT);
        }
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
        return read(target);
    }

    private InteractionDetails read(JsonNode target) {
        try {
            var details = json.treeToValue(target, InteractionDetails.class);
            var violations = Violations.of(validator.validate(details));
            if (!violations.isEmpty()) {
                throw ApiException.invalid(violations);
            }
            return details;
        } catch (JsonProcessingException e) {
            throw ApiException.invalid(JsonFaults.problem(e).violations());
        }
    }
}
