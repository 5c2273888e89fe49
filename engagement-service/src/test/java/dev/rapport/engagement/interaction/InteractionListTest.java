package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EngagementTest
class InteractionListTest {

    private final Workspace workspace = Workspace.create();
    private UUID anna;
    private UUID ben;

    /** Subjects tell the time at which each happened. */
    @BeforeEach
    void record() {
        anna = workspace.contact("alex");
        ben = workspace.contact("bea");
        record("01", anna, "call", "OUTBOUND", "crm");
        record("02", ben, "email", "INBOUND", "crm");
        record("03", anna, "meeting", "MUTUAL", "calendar");
        record("04", null, "email", "INBOUND", "mail");
        record("05", anna, "email", "OUTBOUND", "mail");
        workspace.as("alex").delete("/v1/interactions/" + record("06", anna, "call", "INBOUND", "crm"));
        workspace.as("alex").delete("/v1/interactions/" + record("07", ben, "call", "INBOUND", "crm"));
    }

    @Test
    void shouldCombineFiltersWhenSeveralAreGiven() {
        assertThat(list(Map.of())).containsExactly("05", "04", "03", "02", "01");
        assertThat(list(Map.of("contact", anna))).containsExactly("05", "03", "01");
        assertThat(list(Map.of("owner", "bea"))).containsExactly("02");
        assertThat(list(Map.of("owner", "alex", "kind", "call,email"))).containsExactly("05", "01");
        assertThat(list(Map.of("contact", anna, "owner", "bea"))).isEmpty();
        assertThat(list(Map.of("kind", "email"))).containsExactly("05", "04", "02");
        assertThat(list(Map.of("kind", "email", "direction", "INBOUND", "source", "mail")))
                .containsExactly("04");
        assertThat(list(Map.of("since", at("02"), "until", at("04")))).containsExactly("03", "02");
        assertThat(list(Map.of("contact", anna, "since", at("01"), "until", at("05"))))
                .containsExactly("03", "01");
        assertThat(list(Map.of("owner", "alex", "until", at("05")))).containsExactly("03", "01");
        assertThat(list(Map.of("retracted", true))).containsExactly("07", "06");
        assertThat(list(Map.of("retracted", true, "contact", anna))).containsExactly("06");
        assertThat(list(Map.of("retracted", true, "owner", "bea", "kind", "call")))
                .containsExactly("07");
        assertThat(list(Map.of("contact", UUID.randomUUID()))).isEmpty();
    }

    @Test
    void shouldHideWhatADeletedContactHadAndShowWhatIsOneByMerges() {
        workspace.merge(ben, 2, anna);
        workspace.awaitInteractions(anna, 4);
        assertThat(list(Map.of("contact", anna))).containsExactly("05", "03", "02", "01");
        assertThat(list(Map.of())).containsExactly("05", "04", "03", "02", "01");

        workspace.delete(anna, 2);

        assertThat(list(Map.of())).containsExactly("04");
        assertThat(list(Map.of("owner", "alex"))).isEmpty();
        assertThat(list(Map.of("retracted", true))).isEmpty();
    }

    @Test
    void shouldNameTheParameterWhenAFilterIsNotValid() {
        Map.of("kind", "call,shout", "direction", "UP", "since", "yesterday", "contact", "x", "cursor", "x")
                .forEach((name, value) -> workspace
                        .as("alex")
                        .queryParam(name, value)
                        .get("/v1/interactions")
                        .then()
                        .statusCode(400)
                        .body("violations[0].field", equalTo(name)));
        String next = workspace
                .as("alex")
                .queryParam("limit", 1)
                .get("/v1/interactions")
                .path("next");
        workspace
                .as("alex")
                .queryParam("cursor", next)
                .queryParam("kind", "call")
                .get("/v1/interactions")
                .then()
                .statusCode(400);
    }

    /** All pages of two. */
    private List<String> list(Map<String, ?> filter) {
        var subjects = new ArrayList<String>();
        for (String next = ""; next != null; ) {
            var page = workspace
                    .as("alex")
                    .queryParams(filter)
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get("/v1/interactions");
            page.then().statusCode(200);
            subjects.addAll(page.path("items.subject"));
            next = page.path("next");
        }
        return subjects;
    }

    private UUID record(String hour, UUID contact, String kind, String direction, String source) {
        var body = new HashMap<String, Object>(
                Map.of("kind", kind, "direction", direction, "source", source, "externalId", hour, "subject", hour));
        body.put("occurredAt", at(hour));
        if (contact == null) {
            body.put("address", "stranger@example.org");
        } else {
            body.put("contactId", contact);
        }
        return workspace.record(body);
    }

    private static String at(String hour) {
        return "2026-03-01T" + hour + ":00:00Z";
    }
}
