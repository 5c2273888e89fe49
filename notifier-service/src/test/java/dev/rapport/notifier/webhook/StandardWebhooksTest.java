package dev.rapport.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NotifierTest
class StandardWebhooksTest {

    private final Api alex = Api.ofNewWorkspace();

    @Test
    void shouldSendWhatThePublicLibraryVerifiesAlsoWhileTheSecretChanges() throws Exception {
        var library = StandardWebhooks.orSkip();
        try (var sink = Sink.answering(500)) {
            // Given what was sent with one secret, and again after a failure
            var partner = Partner.ofReminders(alex, sink.url());
            partner.post("/test", "", 202);
            patiently(() -> sink.ids().size() >= 2);
            sink.answer(200);
            patiently(() -> List.of("delivered").equals(partner.states()));
            var before = sink.received();

            // And with the next one, while both are valid, and after that
            var next = partner.post("/secrets", "{\"overlap\": \"PT1H\"}", 200).getString("secret");
            var both = sent(partner, sink);
            var own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
            partner.post("/secrets", "{\"overlap\": \"PT0S\", \"secret\": \"" + own + "\"}", 200);
            var after = sent(partner, sink);

            // When the library verifies
            var expected = new ArrayList<String>();
            before.forEach(it -> {
                library.given(partner.secret(), it);
                expected.add("verified");
            });
            library.given(partner.secret(), both).given(next, both).given(own, after);
            expected.addAll(List.of("verified", "verified", "verified"));

            // Then it does; but not with a secret that is none or over, of other bytes, another id or an old time
            var old = Instant.now().minusSeconds(600);
            var signedThen = Map.of(
                    "webhook-timestamp",
                    String.valueOf(old.getEpochSecond()),
                    "webhook-signature",
                    Signature.of(List.of(own), after.id(), old, after.body()));
            library.given(next, before.get(0))
                    .given(next, after)
                    .given(own, after, flipped(after.body()), Map.of())
                    .given(own, after, after.body(), Map.of("webhook-id", "another"))
                    .given(own, after, after.body(), signedThen);
            expected.addAll(List.of("refused", "refused", "refused", "refused", "refused"));
            assertThat(library.verdicts()).isEqualTo(expected);
        }
    }

    private static Sink.Received sent(Partner partner, Sink sink) {
        var id = partner.post("/test", "", 202).getString("eventId");
        patiently(() -> sink.ids().contains(id));
        return sink.received().get(sink.ids().indexOf(id));
    }

    /** The same but for one bit. */
    private static String flipped(String body) {
        int at = body.length() / 2;
        return body.substring(0, at) + (char) (body.charAt(at) ^ 1) + body.substring(at + 1);
    }

    private static void patiently(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40)).until(condition);
    }
}
