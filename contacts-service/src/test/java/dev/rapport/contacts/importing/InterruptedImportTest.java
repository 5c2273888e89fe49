package dev.rapport.contacts.importing;

import static dev.rapport.contacts.importing.ImportTest.counts;
import static dev.rapport.contacts.importing.ImportTest.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class InterruptedImportTest {

    /**
     * Makes the transaction that passes a number of records fail once, at its commit or when it tells its progress: the
     * sequence does not roll back with it.
     */
    private static final String CUTS = """
            create table test_cut (workspace_id text, at_records bigint, passes regclass);
            create function test_cut() returns trigger language plpgsql as $$
            declare cut record;
            begin
                for cut in select * from test_cut
                        where workspace_id = new.workspace_id and at_records <= new.records order by at_records loop
                    if nextval(cut.passes) = 1 then
                        raise exception 'cut at %', cut.at_records using errcode = '57P01';
                    end if;
                end loop;
                return null;
            end $$;
            create sequence test_cut_passes_0;
            create sequence test_cut_passes_1;
            create sequence test_cut_passes_2;
            create""";

    private static final String AT_COMMIT =
            " constraint trigger test_cut after update on contact_import deferrable initially deferred"
                    + " for each row execute function test_cut()";

    private static final String BEFORE =
            " trigger test_cut after update on contact_import for each row execute function test_cut()";

    private static final String NO_CUTS = """
            drop trigger if exists test_cut on contact_import;
            drop function if exists test_cut();
            drop table if exists test_cut;
            drop sequence if exists test_cut_passes_0, test_cut_passes_1, test_cut_passes_2""";

    private final ImportClient alex = ImportClient.inNewWorkspace();

    @Inject
    DataSource source;

    @AfterEach
    void heal() throws SQLException {
        new Database(source).run(NO_CUTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldEndAsIfNothingHadHappenedWhenItIsCutOffAnywhere(long seed) throws SQLException {
        var random = new Random(seed);
        var lines = file(random);
        var database = new Database(source);
        var undisturbed = ImportClient.inNewWorkspace();
        var expected = undisturbed.run(lines);
        database.run(CUTS + (random.nextBoolean() ? AT_COMMIT : BEFORE));
        for (int cut = 0; cut < 3; cut++) {
            database.run("insert into test_cut values ('%s', %d, 'test_cut_passes_%d')"
                    .formatted(alex.client().workspace(), random.nextInt(1, 190), cut));
        }

        var ended = alex.run(lines);

        assertThat(
                        database.count(
                                "select min(last_value) from (select last_value from test_cut_passes_0 union all"
                                        + " select last_value from test_cut_passes_1 union all select last_value from test_cut_passes_2) s"))
                .isPositive();
        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(counts(ended)).isEqualTo(counts(expected));
        assertThat(alex.problems(ended.getString("id"))).isEqualTo(undisturbed.problems(expected.getString("id")));
        assertThat(known(alex)).isEqualTo(known(undisturbed)).hasSize(ended.getInt("counts.created"));
    }

    @Test
    void shouldGoOnWhereItStoodWhenAnotherTakesItOver() throws SQLException {
        var id = alex.start(people(1, 1500), Map.of());
        await().until(() -> alex.get(id).getInt("counts.records") > 0);

        new Database(source)
                .run("update contact_import set run = gen_random_uuid(), lease_until = clock_timestamp()"
                        + " where id = '" + id + "' and state = 'running'");

        assertThat(counts(alex.ended(id))).isEqualTo(counts(1500, 1500, 0, 0, 0, 0));
        assertThat(alex.contacts()).hasSize(1500);
    }

    @Test
    void shouldStopSoonAndKeepWhatLandedWhenItIsCancelled() throws SQLException {
        var running = alex.start(people(1, 5000), Map.of());
        await().until(() -> alex.get(running).getInt("counts.records") > 0);
        var waiting = alex.start(people(6000, 6001), Map.of());

        assertThat(cancel(waiting)).isEqualTo(200);
        assertThat(alex.get(waiting).getString("state")).isEqualTo("cancelled");
        assertThat(cancel(running)).isEqualTo(200);

        var ended = alex.ended(running);
        assertThat(ended.getString("state")).isEqualTo("cancelled");
        assertThat(ended.getInt("counts.records")).isBetween(1, 4999);
        assertThat(alex.contacts()).hasSize(ended.getInt("counts.created"));
        assertThat(cancel(running)).isEqualTo(200);
        await().untilAsserted(() -> assertThat(new Database(source)
                        .count("select count(*) from contact_import_chunk where workspace_id = '"
                                + alex.client().workspace() + "'"))
                .isZero());
    }

    @Test
    void shouldRefuseToCancelWhatIsDone() {
        var done = alex.run(people(1, 1)).getString("id");

        assertThat(cancel(done)).isEqualTo(409);
    }

    @Test
    void shouldSpoilNoneOfTheOthersWhenTheDatabaseRefusesARecord() throws SQLException {
        var database = new Database(source);
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        database.run("alter table contact add constraint " + name + " check (workspace_id <> '"
                + alex.client().workspace() + "' or details ->> 'displayName' <> 'Person 33')");
        try {
            var ended = alex.run(people(1, 60));

            assertThat(counts(ended)).isEqualTo(counts(60, 59, 0, 0, 1, 0));
            assertThat(alex.contacts()).hasSize(59);
            assertThat(alex.problems(ended.getString("id")))
                    .extracting("line", "rejected")
                    .containsExactly(tuple(33, true));
        } finally {
            database.run("alter table contact drop constraint " + name);
        }
    }

    private int cancel(String id) {
        return alex.client()
                .request()
                .post(ImportClient.IMPORTS + "/" + id + "/cancel")
                .statusCode();
    }

    /** 200 records: people, people who come again, nonsense, and introducers before and after. */
    private static String file(Random random) {
        return random.ints(200, 1, 120)
                .mapToObj(i -> i % 11 == 0
                        ? "nonsense\n"
                        : "{\"uid\":\"u%d\",\"displayName\":\"Person %d\",\"emails\":[\"p%d@example.org\",\"x%d\"],"
                                        .formatted(i, i, i, i)
                                + "\"interests\":[\"i%d\"],\"introducedBy\":\"u%d\"}\n"
                                        .formatted(random.nextInt(5), random.nextInt(1, 130)))
                .collect(Collectors.joining());
    }

    /** By name; introducers by their names too. */
    private static Map<String, Map<String, Object>> known(ImportClient client) {
        List<Map<String, Object>> contacts = client.contacts();
        var names = contacts.stream().collect(Collectors.toMap(it -> it.get("id"), it -> it.get("displayName")
                .toString()));
        var people = new TreeMap<String, Map<String, Object>>();
        for (var contact : contacts) {
            var person = new TreeMap<>(contact);
            person.keySet().removeAll(List.of("id", "createdAt", "updatedAt", "version"));
            person.computeIfPresent("introducedBy", (field, id) -> names.get(id));
            people.put(contact.get("displayName").toString(), person);
        }
        return people;
    }
}
