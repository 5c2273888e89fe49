package dev.rapport.notifier.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.json.ValidJson;
import dev.rapport.api.problem.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Merge patches (RFC 7396) of what a member decides of a reminder. */
@ApplicationScoped
class ManualPatch {

    @Inject
    ValidJson valid;

    @Inject
    ObjectMapper json;

    /** No member is an object, so that each is replaced or cleared; one time takes the place of the other. */
    ManualDetails apply(ManualDetails details, JsonNode patch) {
        if (!patch.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        ObjectNode target = json.valueToTree(details);
        if (patch.hasNonNull("dueAt") || patch.hasNonNull("localDateTime")) {
            target.remove(List.of("dueAt", "localDateTime"));
        }
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.remove(member.getKey());
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
        return valid.read(target, ManualDetails.class);
    }
}
