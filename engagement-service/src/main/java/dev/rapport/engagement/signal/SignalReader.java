package dev.rapport.engagement.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.json.ValidJson;
import dev.rapport.api.problem.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Reads signals from JSON as strictly as from the body of a request: 400 names the field that is wrong. */
@ApplicationScoped
class SignalReader {

    private final ObjectMapper json;
    private final ValidJson valid;
    private final Clock clock;

    @Inject
    SignalReader(ObjectMapper json, ValidJson valid, Clock clock) {
        this.json = json;
        this.valid = valid;
        this.clock = clock;
    }

    /** Reads a signal of a workspace. */
    Signal read(JsonNode item, String workspace) {
        return Signal.of(valid.read(item, NewSignal.class), workspace, clock.instant());
    }

    /** What a signal would be after a merge patch (RFC 7396). Naming another contact takes the place of the former name. */
    Signal patched(Signal signal, JsonNode patch) {
        if (!patch.isObject()) {
            throw ApiException.invalid("body", "must be an object");
        }
        for (var fixed : List.of("source", "externalId")) {
            if (patch.has(fixed)) {
                throw ApiException.invalid(fixed, "cannot be changed: leave it out");
            }
        }
        ObjectNode target = json.valueToTree(stated(signal));
        if (patch.hasNonNull("contactId") != patch.hasNonNull("address")) {
            target.remove(List.of("contactId", "address"));
        }
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.remove(member.getKey());
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
        return Signal.of(valid.read(target, NewSignal.class), signal.workspace(), clock.instant());
    }

    private static NewSignal stated(Signal it) {
        var content = it.content();
        return new NewSignal(
                it.wantedContactId(),
                it.address(),
                content.kind(),
                content.title(),
                content.link(),
                content.topics(),
                content.publishedAt(),
                content.organization(),
                content.position(),
                null,
                null);
    }
}
