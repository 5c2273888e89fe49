package dev.rapport.engagement.importing;

import static dev.rapport.engagement.importing.EngagementImportTest.calls;
import static dev.rapport.engagement.importing.Importer.counts;
import static dev.rapport.engagement.importing.MailImportTest.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.events.InteractionEvent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class InterruptedEngagementImportTest {

    private static final int CUTS = 3;
    private static final Map<String, Object> OWN = Map.of("own", "alex@example.org");

    /**
     * Makes the transaction that passes a number of records fail once, at its commit or when it tells its progress: the
     * sequence does not roll back with it.
     */
    private static final String CUT = """
            create table test_cut (workspace_id text, at_records bigint, passes regclass);
            create function test_cut() returns trigger language plpgsql as $$
            declare cut record;
            begin
                for cut in select * from test_cut
                        where workspace_id = new.workspace_id and at_records <= new.records order by at_records loop
                    if nextval(cut.passes) = 1 then
                        raise exception 'cut at %%', cut.at_records using errcode = '57P01';
                    end if;
                end loop;
                return null;
            end $$;
            create %s trigger test_cut after update on engagement_import %s for each row execute function test_cut()""";

    private static final String HEAL = """
            drop trigger if exists test_cut on engagement_import;
            drop function if exists test_cut();
            drop table if exists test_cut;
            drop sequence if exists test_cut_passes_0, test_cut_passes_1, test_cut_passes_2""";

    private final Importer alex = Importer.inNewWorkspace();

    @Inject
    DataSource database;

    @AfterEach
    void heal() throws SQLException {
        run(HEAL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEndAsIfNothingHadHappenedWhenItIsCutOffAnywhere(boolean isAtCommit) throws SQLException {
        var random = new Random(isAtCommit ? 1 : 2);
        var file = mailbox(random);
        var undisturbed = Importer.inNewWorkspace();
        undisturbed.workspace().contact("alex", "p1@example.net");
        var contact = alex.workspace().contact("alex", "p1@example.net");
        var expected = undisturbed.run(Importer.MBOX, file, OWN);
        run(CUT.formatted(isAtCommit ? "constraint" : "", isAtCommit ? "deferrable initially deferred" : ""));
        for (int cut = 0; cut < CUTS; cut++) {
            run("create sequence test_cut_passes_" + cut);
            run("insert into test_cut values ('%s', %d, 'test_cut_passes_%d')"
                    .formatted(alex.workspace().name(), random.nextInt(1, 190), cut));
        }

        var ended = alex.run(Importer.MBOX, file, OWN);

        for (int cut = 0; cut < CUTS; cut++) {
            assertThat(text("select is_called::text from test_cut_passes_" + cut))
                    .isEqualTo("true");
        }
        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(ended.getMap("counts")).isEqualTo(expected.getMap("counts"));
        assertThat(ended.getInt("counts.records")).isEqualTo(200);
        assertThat(ended.getInt("counts.rejected")).isPositive();
        for (var list : List.of("problems", "ignored")) {
            assertThat(alex.all(list, ended.getString("id")))
                    .isEqualTo(undisturbed.all(list, expected.getString("id")));
        }
        assertThat(known(alex)).isEqualTo(known(undisturbed));
        assertToldOnce(contact);
    }

    @Test
    void shouldGoOnWhereItStoodWhenAnotherTakesItOver() throws SQLException {
        var id = alex.start(Importer.NDJSON, calls(1500), Map.of());
        await().until(() -> alex.get(id).getInt("counts.records") > 0);

        run("update engagement_import set run = gen_random_uuid(), lease_until = clock_timestamp() where id = '" + id
                + "' and state = 'running'");

        assertThat(counts(alex.ended(id))).containsExactly(1500, 0, 0, 0, 0);
        assertThat(interactions()).isEqualTo("1500");
    }

    @Test
    void shouldStopSoonAndKeepWhatWasRecordedWhenItIsCancelled() throws SQLException {
        var running = alex.start(Importer.NDJSON, calls(20_000), Map.of());
        await().until(() -> alex.get(running).getInt("counts.records") > 0);
        var waiting = alex.start(Importer.NDJSON, calls(1), Map.of("source", "other"));

        assertThat(cancel(waiting)).isEqualTo(200);
        assertThat(alex.get(waiting).getString("state")).isEqualTo("cancelled");
        assertThat(cancel(running)).isEqualTo(200);

        var ended = alex.ended(running);
        assertThat(ended.getString("state")).isEqualTo("cancelled");
        assertThat(ended.getInt("counts.records")).isBetween(1, 19_999);
        assertThat(interactions()).isEqualTo(ended.getString("counts.created"));
        await().untilAsserted(() -> assertThat(
                        text("select count(*)::text from engagement_import_chunk where workspace_id = '"
                                + alex.workspace().name() + "'"))
                .isEqualTo("0"));
        var done = alex.run(Importer.NDJSON, calls(1), Map.of()).getString("id");
        assertThat(cancel(done)).isEqualTo(409);
    }

    @Test
    void shouldSpoilNoneOfTheOthersWhenTheDatabaseRefusesARecord() throws SQLException {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        run("alter table interaction add constraint " + name + " check (workspace_id <> '"
                + alex.workspace().name() + "' or external_id <> 'c33')");
        try {
            var ended = alex.run(Importer.NDJSON, calls(60), Map.of());

            assertThat(counts(ended)).containsExactly(59, 0, 0, 0, 1);
            assertThat(alex.all("problems", ended.getString("id")))
                    .extracting("line")
                    .containsExactly(34);
        } finally {
            run("alter table interaction drop constraint " + name);
        }
    }

    /** Each interaction of the contact was announced, none twice. */
    private void assertToldOnce(UUID contact) throws SQLException {
        var recorded = text("select count(*)::text from interaction where contact_id = '" + contact + "'");
        alex.workspace().awaitInteractions(contact, Integer.parseInt(recorded));
        assertThat(Topics.told(InteractionEvent.TOPIC, alex.workspace().name() + "/" + contact))
                .hasSizeGreaterThanOrEqualTo(Integer.parseInt(recorded))
                .doesNotHaveDuplicates();
    }

    private int cancel(String id) {
        return alex.workspace()
                .as("alex")
                .post(Importer.IMPORTS + "/" + id + "/cancel")
                .statusCode();
    }

    private String interactions() throws SQLException {
        return text("select count(*)::text from interaction where workspace_id = '"
                + alex.workspace().name() + "'");
    }

    /** 200 messages: to many people, some again, of lists, of strangers, and broken ones. */
    private static String mailbox(Random random) {
        return random.ints(200, 1, 120)
                .mapToObj(i -> switch (i % 11) {
                    case 0 ->
                        mail("news@example.com", "alex@example.org", "n" + i, "News", "List-Id: <n.example.com>\n");
                    case 1 -> mail("x@example.com", "y@example.com", "s" + i, "Strangers", "");
                    case 2 ->
                        mail("p" + i + "@example.net", "alex@example.org", "b" + i, "Broken", "")
                                .replace("From: p", "X-From: p");
                    case 3 -> mail("alex@example.org", "p1@example.net, p" + i + "@example.net", "t" + i, "Two", "");
                    case 4 -> mail("p1@example.net", "alex@example.org", "in" + i, "In " + random.nextInt(3), "");
                    default ->
                        mail("alex@example.org", "p" + i % 5 + "@example.net", "o" + i, "Out " + random.nextInt(3), "");
                })
                .collect(Collectors.joining());
    }

    private String known(Importer importer) throws SQLException {
        return text("""
                select string_agg(concat_ws('|', external_id, coalesce(address, ''), kind, direction, occurred_at, subject,
                    contact_id is not null), chr(10) order by external_id, address)
                from interaction where workspace_id = '%s'""".formatted(importer.workspace().name()));
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
