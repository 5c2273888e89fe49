package dev.rapport.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Sink;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NotifierTest
class WebhooksResourceTest {

    private static final String URL = "http://127.0.0.1:1/hook";

    private final Api alex = Api.ofNewWorkspace();

    @Test
    void shouldShowTheSecretOnceAndListWhatIsRegistered() {
        var partner = Partner.at(alex, URL);

        assertThat(partner.secret()).startsWith("whsec_");
        assertThat(alex.get(partner.path()).getString("secret")).isNull();
        assertThat(alex.get(partner.path()).getString("url")).isEqualTo(URL);
        assertThat(partner.health()).isEqualTo("healthy");
        assertThat(alex.get("/v1/webhooks").getList("items.id")).containsExactly(partner.id());
        assertThat(alex.call().get("/v1/webhooks").asString()).doesNotContain(partner.secret());
    }

    @Test
    void shouldPatchUnderItsVersionAlone() {
        var partner = Partner.with(alex, new JsonObject().put("url", URL).put("description", "Our CRM"));
        var tag = alex.call().get(partner.path()).header("ETag");

        alex.call().body("{}").patch(partner.path()).then().statusCode(428);
        alex.call()
                .header("If-Match", "\"99-0\"")
                .body("{}")
                .patch(partner.path())
                .then()
                .statusCode(412);
        var changed = alex.call()
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body("{\"description\": null, \"events\": [\"rapport.alert.raised.v1\"]}")
                .patch(partner.path());

        changed.then().statusCode(200);
        assertThat(changed.jsonPath().getString("description")).isNull();
        assertThat(changed.jsonPath().getString("url")).isEqualTo(URL);
        assertThat(changed.jsonPath().getList("events")).isEqualTo(List.of("rapport.alert.raised.v1"));
        alex.call()
                .header("If-Match", tag)
                .body("{\"description\": \"late\"}")
                .patch(partner.path())
                .then()
                .statusCode(412);
        alex.call()
                .header("If-Match", changed.header("ETag"))
                .body("{\"url\": \"http://10.0.0.1/\"}")
                .patch(partner.path())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("url"));
        alex.call()
                .header("If-None-Match", changed.header("ETag"))
                .get(partner.path())
                .then()
                .statusCode(304);
        alex.call()
                .header("If-Match", changed.header("ETag"))
                .delete(partner.path())
                .then()
                .statusCode(204);
        alex.call().get(partner.path()).then().statusCode(404);
    }

    @Test
    void shouldBeUnknownToAnotherWorkspace() {
        try (var sink = Sink.answering(200)) {
            var partner = Partner.at(alex, sink.url());
            var delivery = partner.post("/test", "", 202).getString("id");
            var other = Api.ofNewWorkspace();
            var stranger = new Partner(other, partner.id(), null);

            assertThat(other.get("/v1/webhooks").getList("items")).isEmpty();
            for (var path : List.of("", "/deliveries", "/deliveries/" + delivery)) {
                other.call().get(partner.path() + path).then().statusCode(404);
            }
            stranger.post("/test", "", 404);
            stranger.post("/enable", "", 404);
            stranger.post("/secrets", "{}", 404);
            stranger.post("/replay", "{\"since\": \"2020-01-01T00:00:00Z\"}", 404);
            stranger.post("/deliveries/" + delivery + "/replay", "", 404);
            other.call()
                    .header("If-Match", "*")
                    .body("{}")
                    .patch(partner.path())
                    .then()
                    .statusCode(404);
            other.call().header("If-Match", "*").delete(partner.path()).then().statusCode(404);
            alex.as("notifier:read").post(partner.path() + "/test").then().statusCode(403);
            alex.call()
                    .get(partner.path() + "/deliveries/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void shouldHaveNoMoreThanFiftyInAWorkspace() {
        for (int i = 0; i < 50; i++) {
            Partner.at(alex, URL);
        }

        alex.call()
                .body(new JsonObject().put("url", URL).encode())
                .post("/v1/webhooks")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.2/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.2]/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.0.1/",
                "http://100.64.0.1/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://user@127.0.0.1/",
                "http://93.184.216.34:22/",
                "http://93.184.216.34:5432/",
                "http://93.184.216.34:9092/",
                "file:///etc/passwd",
                "gopher://93.184.216.34/",
                "https://exämple.org/",
                "nonsense"
            })
    void shouldRefuseWhatLeadsNowherePublic(String url) {
        alex.call()
                .body(new JsonObject().put("url", url).encode())
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": \"" + URL + "\", \"events\": [\"rapport.unknown\"]}",
                "{\"url\": \"" + URL + "\", \"secret\": \"whsec_c2hvcnQ=\"}",
                "{\"url\": \"" + URL + "\", \"unknown\": 1}"
            })
    void shouldRefuseAFaultyEndpoint(String body) {
        alex.call().body(body).post("/v1/webhooks").then().statusCode(400);
    }
}
