package dev.rapport.engagement.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.json.ValidJson;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Problem;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.engagement.interaction.NewInteraction;
import dev.rapport.engagement.signal.NewSignal;
import dev.rapport.engagement.signal.Signal;
import dev.rapport.events.InboundEvent;
import dev.rapport.events.InboundEvent.SignalReported;
import dev.rapport.events.Report;
import dev.rapport.events.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads reports as strictly as the bodies of requests: what REST would refuse is refused here, for the same cause. */
@ApplicationScoped
class ReportReader {

    private final ObjectMapper json;
    private final ValidJson valid;
    private final Clock clock;

    @Inject
    ReportReader(ObjectMapper json, ValidJson valid, Clock clock) {
        this.json = json;
        this.valid = valid;
        this.clock = clock;
    }

    /** Reads one message; {@link UnreadableEvent} names the header or field that is wrong. */
    Reported read(Map<String, String> headers, byte[] value) {
        var report = Report.read(InboundEvent.TOPIC, headers, value);
        if (!CurrentMember.isId(report.workspace())) {
            throw new UnreadableEvent("header ce_workspace names no workspace");
        }
        try {
            var data = withOrigin(report);
            var now = clock.instant();
            return InboundEvent.TOPIC.typeOf(SignalReported.class).equals(report.type())
                    ? Reported.of(Signal.of(valid.read(data, NewSignal.class), report.workspace(), now))
                    : Reported.of(Interaction.of(valid.read(data, NewInteraction.class), report.workspace(), now));
        } catch (ApiException e) {
            throw new UnreadableEvent(cause(e.problem()));
        }
    }

    /** The data; where it does not name its source or its id there, the CloudEvent's own, which are unique as well, do. */
    private ObjectNode withOrigin(Report report) {
        try {
            if (!(json.readTree(report.data()) instanceof ObjectNode data)) {
                throw new UnreadableEvent("the data is no JSON object");
            }
            if (!data.hasNonNull("source")) {
                data.put("source", report.source());
            }
            if (!data.hasNonNull("externalId")) {
                data.put("externalId", report.id());
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(cause(JsonFaults.problem(e)));
        } catch (IOException e) {
            throw new UnreadableEvent("the data cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String cause(Problem problem) {
        if (problem.violations() == null || problem.violations().isEmpty()) {
            return problem.title() + ": " + problem.detail();
        }
        return problem.violations().stream()
                .map(violation -> violation.field() + " " + violation.message())
                .collect(Collectors.joining("; "));
    }
}
