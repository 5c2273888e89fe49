package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Members with seven contacts each. Each contact has a message that waits for an answer since yesterday, which makes a
 * reminder, and a post of today, which makes an alert; each member has an edition half a day from now.
 */
final class TrialWorkspace {

    static final int CONTACTS = 7;
    static final int TOLD_TO_EACH = 2 * CONTACTS + 1;
    static final Duration EDITION_IN = Duration.ofHours(12);
    private static final List<String> KINDS = List.of("reply_owed", "alert", "edition");

    private static final List<String> EVENTS =
            List.of("rapport.reminder.due.v1", "rapport.alert.raised.v1", "rapport.edition.published.v1");

    private static final String LEDGER = """
            select d.id::text, n.id::text, n.member, n.category, d.state
            from delivery d
            join notification n on n.workspace_id = d.workspace_id and n.id = d.notification_id
            where d.workspace_id = ?""";

    private final RunningRapport rapport;
    private final String name = "trial-" + UUID.randomUUID();
    private final int members;

    /** @param notifications how many there will be at least */
    TrialWorkspace(RunningRapport rapport, int notifications) {
        this.rapport = rapport;
        this.members = Math.max(1, (notifications + TOLD_TO_EACH - 1) / TOLD_TO_EACH);
    }

    /** One row of the ledger: a mail that is owed or was sent. */
    record Owed(String delivery, String notification, String member, String category, String state) {}

    String name() {
        return name;
    }

    int members() {
        return members;
    }

    List<String> memberNames() {
        return IntStream.range(0, members).mapToObj(i -> "member" + i).toList();
    }

    Api as(String member) {
        return rapport.as(name, member);
    }

    void prefer(RunningService notifier) {
        var editionAt = RunningRapport.now().atOffset(ZoneOffset.UTC).plus(EDITION_IN);
        for (var member : memberNames()) {
            var preferences = new HashMap<String, Object>();
            preferences.put("email", member + "-" + name + "@example.org");
            preferences.put("timeZone", "UTC");
            preferences.put("editionTime", DateTimeFormatter.ofPattern("HH:mm").format(editionAt));
            preferences.put("quietHours", Map.of("from", "00:00", "to", "00:00"));
            preferences.put("dailyCap", 200);
            preferences.put("alertThreshold", 0);
            var everywhere = new HashMap<String, Object>();
            KINDS.forEach(kind -> everywhere.put(kind, List.of("email", "webhook")));
            preferences.put("channels", everywhere);
            var answer = as(member).send(notifier, "PUT", "/v1/preferences", preferences);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        }
    }

    /** Has all that is told to anybody go to an endpoint. */
    void register(RunningService notifier, String url) {
        as(memberNames().get(0)).post(notifier, "/v1/webhooks", Map.of("url", url, "events", EVENTS), 201);
    }

    void happen() {
        for (var member : memberNames()) {
            var contacts = new ArrayList<Map<String, Object>>();
            var messages = new ArrayList<Map<String, Object>>();
            var posts = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < CONTACTS; i++) {
                var address = "contact" + i + "." + member + "@" + name + ".example";
                contacts.add(Map.of(
                        "displayName",
                        "Contact " + i + " of " + member,
                        "emails",
                        List.of(address),
                        "cadence",
                        Map.of("ideal", "P30D", "longest", "P45D")));
                messages.add(Map.of(
                        "address",
                        address,
                        "kind",
                        "message",
                        "direction",
                        "INBOUND",
                        "occurredAt",
                        RunningRapport.now().minus(Duration.ofHours(30)).toString()));
                posts.add(Map.of("address", address, "kind", "post", "title", "What contact " + i + " wrote"));
            }
            var api = as(member);
            accept(api.post(rapport.contacts(), "/v1/contacts/batch", Map.of("items", contacts), 200));
            accept(api.post(rapport.engagement(), "/v1/interactions/batch", Map.of("items", messages), 200));
            accept(api.post(rapport.engagement(), "/v1/signals/batch", Map.of("items", posts), 200));
        }
    }

    private static void accept(JsonNode results) {
        assertThat(results.get("accepted").asInt()).as("%s", results).isEqualTo(CONTACTS);
    }

    List<Owed> ledger() throws SQLException {
        try (var connection = rapport.database("notifier");
                var query = connection.prepareStatement(LEDGER)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                var ledger = new ArrayList<Owed>();
                while (rows.next()) {
                    ledger.add(new Owed(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
                return ledger;
            }
        }
    }
}
