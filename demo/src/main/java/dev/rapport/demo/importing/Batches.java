package dev.rapport.demo.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.demo.rest.RapportApi;
import dev.rapport.demo.rest.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sends a long list through a batch endpoint, at most 1,000 items a call, and looks at every single result. */
final class Batches {

    static final int LARGEST = 1000;

    private final RapportApi api;
    private final Progress progress;
    private final String run;

    Batches(RapportApi api, Progress progress, String run) {
        this.api = api;
        this.progress = progress;
        this.run = run;
    }

    /** An item that the service refused: its place in the list, from 1, and why. */
    record Rejected(int item, String why) {}

    /** Sends all items in order; {@code landed} sees each accepted one with its result. Returns the rejected ones. */
    <T> List<Rejected> send(Service service, String path, List<T> items, BiConsumer<T, JsonNode> landed) {
        var rejected = new ArrayList<Rejected>();
        String what = path.contains("contacts") ? "contacts" : "interactions";
        progress.begin();
        for (int from = 0; from < items.size(); from += LARGEST) {
            List<T> part = items.subList(from, Math.min(from + LARGEST, items.size()));
            JsonNode answer =
                    api.post(service, path, Map.of("items", part), run).body();
            for (JsonNode result : answer.path("results")) {
                int index = result.path("index").asInt();
                if (result.path("status").asInt() < 300) {
                    landed.accept(part.get(index), result);
                } else {
                    rejected.add(new Rejected(from + index + 1, why(result.path("problem"))));
                }
            }
            progress.show(what, from + part.size(), items.size());
        }
        return rejected;
    }

    private static String why(JsonNode problem) {
        String detail = problem.path("detail").asText(problem.path("title").asText("no reason given"));
        JsonNode errors = problem.path("errors");
        return errors.isEmpty() ? detail : detail + " " + errors;
    }
}
