package dev.rapport.engagement.importing;

import static dev.rapport.engagement.importing.Importer.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EngagementTest
class MailImportTest {

    private static final Map<String, Object> OWN = Map.of("own", "Alex@Example.org");

    private static final String SENT = mail("alex@example.org", "Jane Doe <jane@example.net>", "1", "Offer", "");
    private static final String RECEIVED = mail("jane@example.net", "alex@example.org", "2", "Re: Offer", "");
    private static final String LIST =
            mail("news@example.com", "alex@example.org", "3", "News", "List-Id: <news.example.com>\n");
    private static final String STRANGERS = mail("kim@example.com", "sam@example.com", "4", "Hello", "");

    private final Importer alex = Importer.inNewWorkspace();

    @Test
    void shouldTellWhoWroteToWhomAndKeepListsOut() {
        var jane = alex.workspace().contact("alex", "jane@example.net");

        var done = alex.run(Importer.MBOX, SENT + RECEIVED + LIST + STRANGERS, OWN);

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getString("format")).isEqualTo("mbox");
        assertThat(done.getString("source")).isEqualTo("mail");
        assertThat(done.getList("own")).isEqualTo(List.of("alex@example.org"));
        assertThat(done.getLong("bytesRead")).isEqualTo(done.getLong("size"));
        assertThat(counts(done)).containsExactly(2, 0, 0, 2, 0);
        assertThat(done.getInt("counts.matched")).isEqualTo(2);
        assertThat(done.getMap("counts.ignoredByReason")).isEqualTo(Map.of("mailing_list", 1, "not_own", 1));
        assertThat(alex.all("ignored", done.getString("id")))
                .extracting("nr", "reason")
                .containsExactly(tuple(3, "mailing_list"), tuple(4, "not_own"));
        assertThat(alex.interactions(jane))
                .extracting("direction", "kind", "subject", "source")
                .containsExactlyInAnyOrder(
                        tuple("OUTBOUND", "email", "Offer", "mail"), tuple("INBOUND", "email", "Re: Offer", "mail"));
        alex.workspace().awaitInteractions(jane, 2);
    }

    @Test
    void shouldRecordNothingWhenTheFileComesTwiceAndUpdateWhatHasChanged() {
        var jane = alex.workspace().contact("alex", "jane@example.net");
        alex.run(Importer.MBOX, SENT + RECEIVED, OWN);

        var again = alex.run(Importer.MBOX, SENT + RECEIVED, OWN);
        var changed = alex.run(Importer.MBOX, SENT.replace("Subject: Offer", "Subject: Another") + RECEIVED, OWN);

        assertThat(counts(again)).containsExactly(0, 0, 2, 0, 0);
        assertThat(again.getInt("counts.matched")).isEqualTo(2);
        assertThat(counts(changed)).containsExactly(0, 1, 1, 0, 0);
        assertThat(alex.interactions(jane)).extracting("subject").containsExactlyInAnyOrder("Another", "Re: Offer");
    }

    @Test
    void shouldOnlyTellWhatWouldHappenInADryRun() {
        var jane = alex.workspace().contact("alex", "jane@example.net");
        var many = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            many.append(
                    mail("alex@example.org", "jane@example.net", "m" + i % 50, "Offer " + (i < 55 ? i % 50 : i), ""));
        }
        var dry = Map.of("own", "alex@example.org", "dryRun", true);

        var thought = alex.run(Importer.MBOX, many.toString(), dry);

        assertThat(alex.interactions(jane)).isEmpty();
        var real = alex.run(Importer.MBOX, many.toString(), OWN);
        assertThat(counts(thought)).isEqualTo(counts(real)).containsExactly(50, 5, 5, 0, 0);
        assertThat(thought.getInt("counts.matched")).isEqualTo(60);
        assertThat(counts(alex.run(Importer.MBOX, many.toString(), dry)).get(0)).isZero();
        assertThat(alex.interactions(jane)).hasSize(50);
    }

    @Test
    void shouldRememberTheOwnAddressesAndAskForThemUntilThen() {
        var eml = SENT.substring(SENT.indexOf('\n') + 1);
        alex.send("message/rfc822", eml, Map.of())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("own"));
        alex.send("message/rfc822", eml, Map.of("own", "nobody"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("own"));

        alex.run("message/rfc822", eml, OWN);

        var next = alex.run(Importer.MBOX, RECEIVED, Map.of());
        assertThat(next.getList("own")).isEqualTo(List.of("alex@example.org"));
        assertThat(counts(next)).containsExactly(1, 0, 0, 0, 0);
        new Importer(alex.workspace(), "kim")
                .send(Importer.MBOX, SENT, Map.of())
                .then()
                .statusCode(400);
        Importer.inNewWorkspace().send(Importer.MBOX, SENT, Map.of()).then().statusCode(400);
    }

    @Test
    void shouldTellTheFormatByTheFileWhenNothingElseDoes() {
        alex.send("application/octet-stream", SENT, OWN).then().statusCode(202).body("format", equalTo("mbox"));
        alex.send("application/octet-stream", SENT.substring(SENT.indexOf('\n') + 1), OWN)
                .then()
                .statusCode(202)
                .body("format", equalTo("eml"));
        alex.send("application/octet-stream", new byte[] {0, 1, 2, 3}, OWN)
                .then()
                .statusCode(400)
                .body("violations.field", contains("format"));
    }

    /** A message of an mbox. */
    static String mail(String from, String to, String id, String subject, String more) {
        return "From - Sun Mar  1 09:30:00 2026\nFrom: " + from + "\nTo: " + to
                + "\nDate: Sun, 1 Mar 2026 09:30:00 +0000\n" + "Message-ID: <" + id + "@example.org>\nSubject: "
                + subject + "\n" + more + "\nHello there.\n\n";
    }
}
