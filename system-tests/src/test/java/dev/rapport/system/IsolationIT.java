package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Another workspace's token on every operation that the OpenAPI documents name. A new operation with an id that this test
 * does not know fails it, so that none is forgotten.
 */
class IsolationIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /** The signature of a PNG image (RFC 2083, section 3.1), which is all that a refusal looks at. */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static RunningRapport rapport;
    private static Api owner;
    private static Api stranger;
    private static final Map<String, String> OWNED = new HashMap<>();

    /** One operation of a service, with the ids of its path by the name of its collection. */
    private record Operation(RunningService service, String method, String path) {

        boolean namesAnId() {
            return path.contains("{");
        }

        /** Whoever defines a name defines it in the own workspace: there is no other's to be found. */
        boolean definesByName() {
            return method.equals("PUT") && path.equals("/v1/custom-fields/{key}")
                    || path.startsWith("/v1/templates/{kind}")
                    || path.startsWith("/v1/mutes/kinds/");
        }

        /** It has no end, and is tried where it is read. */
        boolean isStream() {
            return path.endsWith("/stream");
        }

        /** An address names what waits for it in the own workspace, and nothing else. */
        boolean namesAnAddress() {
            return path.startsWith("/v1/unmatched/");
        }

        String with(Map<String, String> ids) {
            return PLACEHOLDER.matcher(path).replaceAll(match -> {
                var collection = path.substring(0, match.start() - 1);
                var name = collection.substring(collection.lastIndexOf('/') + 1);
                assertThat(ids).as("an id for %s %s", method, path).containsKey(name);
                return ids.get(name);
            });
        }
    }

    @BeforeAll
    static void fillTheOwnersWorkspace() {
        rapport = RunningRapport.get();
        var workspace = "ws-" + UUID.randomUUID();
        owner = rapport.as(workspace, "alex");
        stranger = rapport.as("ws-" + UUID.randomUUID(), "alex");
        var contact = owner.addContact("Olga Owned", "olga@owned.example");
        var interaction = Map.of(
                "contactId",
                contact,
                "kind",
                "email",
                "direction",
                "INBOUND",
                "occurredAt",
                RunningRapport.now().minus(Duration.ofHours(30)).toString());
        var recorded = owner.post(rapport.engagement(), "/v1/interactions", interaction, 201);
        await().atMost(SOON)
                .until(() -> !items(owner, rapport.notifier(), "/v1/inbox").isEmpty());
        await().atMost(SOON).until(() -> !items(owner, rapport.engagement(), "/v1/relevance")
                .isEmpty());
        OWNED.put("contacts", contact);
        OWNED.put("relevance", contact);
        OWNED.put("timeline", contact);
        OWNED.put("referrals", contact);
        ownMoreOfEngagement();
        var signal = Map.of("contactId", contact, "kind", "birthday", "title", "Olga's birthday");
        OWNED.put(
                "signals",
                owner.post(rapport.engagement(), "/v1/signals", signal, 201)
                        .get("id")
                        .asText());
        OWNED.put("members", contact);
        OWNED.put("custom-fields", "tier");
        ownMoreOfContacts(contact);
        OWNED.put("interactions", recorded.get("id").asText());
        OWNED.put(
                "inbox",
                items(owner, rapport.notifier(), "/v1/inbox").get(0).get("id").asText());
        OWNED.put(
                "reminders",
                items(owner, rapport.notifier(), "/v1/reminders")
                        .get(0)
                        .get("id")
                        .asText());
        ownMoreOfTheNotifier();
    }

    /** Everything else of notifier-service that has an id. */
    private static void ownMoreOfTheNotifier() {
        var service = rapport.notifier();
        OWNED.put("editions", "2026-06-01");
        own(service, "channels", Map.of("kind", "email", "address", "olga@example.org"));
        own(service, "feeds", Map.of("kind", "reminders_ical"));
        own(service, "webhooks", Map.of("url", "https://partner.example/rapport"));
        var test = "/v1/webhooks/" + OWNED.get("webhooks") + "/test";
        OWNED.put(
                "deliveries",
                owner.send(service, "POST", test, Map.of()).body().get("id").asText());
    }

    private static void own(RunningService service, String collection, Object body) {
        var added = owner.send(service, "POST", "/v1/" + collection, body);
        assertThat(added.status()).as("%s", added.body()).isIn(200, 201);
        OWNED.put(collection, added.body().get("id").asText());
    }

    /** Everything else of engagement-service that has an id. */
    private static void ownMoreOfEngagement() {
        var service = rapport.engagement();
        var file = "{\"address\": \"waiting@owned.example\", \"kind\": \"call\", \"direction\": \"INBOUND\"}";
        var imported = owner.send(service, "POST", "/v1/engagement-imports", file);
        OWNED.put("engagement-imports", imported.body().get("id").asText());
        var version = owner.send(service, "PUT", "/v1/scoring-profile", Map.of("preset", "email"));
        OWNED.put("versions", version.body().get("version").asText());
    }

    /** Everything else of contacts-service that has an id. */
    private static void ownMoreOfContacts(String contact) {
        var service = rapport.contacts();
        var circle = owner.post(service, "/v1/circles", Map.of("name", "Owned circle"), 201);
        OWNED.put("circles", circle.get("id").asText());
        owner.send(service, "PUT", "/v1/custom-fields/tier", Map.of("name", "Tier", "type", "text"));
        var twin = owner.addContact("Olga Owned", "olga@owned.example");
        var pairs = "/v1/contacts/duplicates?contact=" + twin;
        await().atMost(SOON).until(() -> !items(owner, service, pairs).isEmpty());
        OWNED.put("duplicates", items(owner, service, pairs).get(0).get("id").asText());
        var merged = owner.post(service, "/v1/contacts/" + contact + "/merge", Map.of("contacts", List.of(twin)), 200);
        OWNED.put("merges", merged.get("mergeId").asText());
        var gone = owner.addContact("Olga Gone", "gone@owned.example");
        OWNED.put(
                "erasures",
                owner.send(service, "DELETE", "/v1/contacts/" + gone + "?erase=true", null)
                        .body()
                        .get("id")
                        .asText());
        var imported = owner.send(service, "POST", "/v1/contact-imports", "{\"displayName\": \"Olga Import\"}");
        OWNED.put("contact-imports", imported.body().get("id").asText());
    }

    @Test
    void shouldAnswerAnothersIdAsAnUnknownOne() {
        var unknown = new HashMap<>(OWNED);
        unknown.replaceAll((collection, id) -> UUID.randomUUID().toString());
        unknown.put("custom-fields", "untold");
        unknown.put("versions", "999");
        unknown.put("editions", "2026-06-02");
        var operations = operations().stream()
                .filter(Operation::namesAnId)
                .filter(operation -> !operation.definesByName() && !operation.namesAnAddress())
                .toList();
        assertThat(operations).hasSizeGreaterThan(8);

        var softly = new SoftAssertions();
        for (var operation : operations) {
            var body = operation.method().equals("GET") || operation.method().equals("DELETE") ? null : body(operation);
            var foreign = stranger.send(operation.service(), operation.method(), operation.with(OWNED), body);
            var nobody = stranger.send(operation.service(), operation.method(), operation.with(unknown), body);

            softly.assertThat(foreign.status()).as(operation.toString()).isEqualTo(404);
            softly.assertThat(foreign.contentType()).startsWith("application/problem+json");
            softly.assertThat(foreign.body()).as(operation.toString()).isEqualTo(nobody.body());
        }
        softly.assertAll();
        assertThat(owner.get(rapport.contacts(), "/v1/contacts/" + OWNED.get("contacts"))
                        .get("displayName")
                        .asText())
                .isEqualTo("Olga Owned");
        assertThat(owner.get(rapport.notifier(), "/v1/reminders/" + OWNED.get("reminders"))
                        .get("state")
                        .asText())
                .isEqualTo("due");
    }

    @Test
    void shouldShowNothingOfAnotherInAnyListOrCount() {
        var lists = operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !operation.namesAnId() && !operation.isStream())
                .toList();
        assertThat(lists).hasSizeGreaterThan(4);
        var nobody = rapport.as("ws-" + UUID.randomUUID(), "alex");
        var newcomer = rapport.as("ws-" + UUID.randomUUID(), "alex");

        for (var list : lists) {
            for (var query : List.of("", "?contact=" + OWNED.get("contacts"), "?owner=alex", "?q=Olga")) {
                var answer = nobody.send(list.service(), "GET", list.path() + query, null);

                if (answer.body().has("items")) {
                    // What every workspace begins with is of nobody.
                    var atFirst = newcomer.send(list.service(), "GET", list.path() + query, null);
                    assertThat(answer.body().get("items"))
                            .as(list + query)
                            .isEqualTo(atFirst.body().get("items"));
                }
                assertThat(answer.body().toString())
                        .doesNotContain("Olga")
                        .doesNotContain(OWNED.get("contacts") + "\",");
            }
        }
        assertThat(stranger.get(rapport.notifier(), "/v1/inbox/unread-count")
                        .get("unread")
                        .asInt())
                .isZero();
        assertThat(items(owner, rapport.notifier(), "/v1/inbox?category=reminder&unread=true"))
                .hasSize(1);
    }

    @Test
    void shouldKnowNothingOfWhatWaitsInAnotherWorkspace() {
        var service = rapport.engagement();
        var waiting = "/v1/unmatched/waiting@owned.example";
        await().atMost(SOON)
                .until(() -> owner.send(service, "GET", waiting, null).status() == 200);

        assertThat(stranger.send(service, "GET", waiting, null).body())
                .isEqualTo(stranger.send(service, "GET", "/v1/unmatched/nobody@owned.example", null)
                        .body());
        assertThat(stranger.get(service, waiting + "/interactions").get("items"))
                .isEmpty();
        stranger.post(service, "/v1/unmatched/ignore", Map.of("address", "waiting@owned.example"), 204);
        stranger.send(service, "DELETE", "/v1/unmatched/ignore/waiting@owned.example", null);

        assertThat(items(owner, service, "/v1/unmatched"))
                .extracting(item -> item.path("address").asText())
                .contains("waiting@owned.example");
    }

    @Test
    void shouldLeaveAnInteractionWithAnothersContactUnmatched() {
        var interaction = Map.of("contactId", OWNED.get("contacts"), "kind", "email", "direction", "OUTBOUND");

        var recorded = stranger.post(rapport.engagement(), "/v1/interactions", interaction, 201);

        assertThat(recorded.get("matched").asBoolean()).isFalse();
        var owners = items(owner, rapport.engagement(), "/v1/interactions?contact=" + OWNED.get("contacts"));
        assertThat(owners).extracting(item -> item.get("id").asText()).containsExactly(OWNED.get("interactions"));
    }

    private static Object body(Operation operation) {
        var last = operation.path().substring(operation.path().lastIndexOf('/') + 1);
        return switch (last) {
            case "snooze" ->
                Map.of("until", RunningRapport.now().plus(Duration.ofDays(1)).toString());
            case "members" -> Map.of("add", List.of(UUID.randomUUID()));
            case "merge" -> Map.of("contacts", List.of(UUID.randomUUID()));
            case "photo" -> PNG;
            case "replay" -> Map.of("since", "2026-06-01T00:00:00Z");
            default -> operation.path().equals("/v1/circles/{id}") ? Map.of("name", "Theirs") : Map.of();
        };
    }

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var service : rapport.all()) {
            var paths = owner.get(service, "/openapi?format=json").get("paths");
            paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                    operations.add(new Operation(service, method.toUpperCase(Locale.ROOT), path.getKey()));
                }
            }));
        }
        return operations;
    }

    private static List<JsonNode> items(Api api, RunningService service, String path) {
        return api.all(service, path);
    }
}
