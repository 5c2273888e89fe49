package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks the list while another client adds, changes and deletes. What stood unchanged throughout is seen exactly once, and
 * in the order of a model that sorts it in memory.
 */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactWalkTest {

    private static final int LASTING = 30;
    private static final int PASSING = 20;
    private static final int DISTURBANCES = 100;
    private static final int WALKS = 3;
    /** Few, so that many contacts share a sort key and only their ids tell them apart. */
    private static final List<String> NAMES = List.of("Ann", "ann", "Änn", "Bob", "Zoë", "zoe", "李", "");

    private final Client alex = Client.inNewWorkspace();

    @ParameterizedTest
    @EnumSource(ContactSort.class)
    void shouldSeeWhatStandsThroughoutOnceAndInOrder(ContactSort sort) throws InterruptedException {
        var random = new Random(20_260 + sort.ordinal());
        var lasting = add(LASTING, random);
        var passing = new ArrayList<>(add(PASSING, random).keySet());
        var expected =
                lasting.values().stream().sorted(order(sort)).map(Stood::id).toList();

        var stop = new AtomicBoolean();
        var moving = new CountDownLatch(5);
        var other = CompletableFuture.runAsync(() -> disturb(passing, new Random(random.nextLong()), stop, moving));
        moving.await();
        for (int walk = 0; walk < WALKS; walk++) {
            var parameters = new HashMap<String, Object>(Map.of("limit", 3 + random.nextInt(20), "sort", sort));
            if (walk > 0) {
                parameters.put(walk == 1 ? "q" : "interest", "everybody");
            }

            var seen = alex.walk(parameters);

            assertThat(seen.stream().filter(lasting::containsKey).toList())
                    .as("%s %s", sort, parameters)
                    .isEqualTo(expected);
        }
        stop.set(true);
        other.join();
    }

    private Map<String, Stood> add(int count, Random random) {
        var items = IntStream.range(0, count).mapToObj(i -> someone(random)).toList();
        var ids = alex.add(items);
        var added = new HashMap<String, Stood>();
        for (var id : ids) {
            var view = alex.get(id).jsonPath();
            added.put(
                    id,
                    new Stood(
                            id,
                            SearchWords.fold(view.getString("displayName")),
                            view.getString("organization") == null
                                    ? ""
                                    : SearchWords.fold(view.getString("organization")),
                            view.getString("updatedAt")));
        }
        return added;
    }

    private static Map<String, Object> someone(Random random) {
        var contact = new HashMap<String, Object>(Map.of("notes", "everybody", "interests", List.of("everybody")));
        var name = NAMES.get(random.nextInt(NAMES.size()));
        contact.put("displayName", name.isEmpty() ? "n" + random.nextInt(5) : name);
        if (random.nextBoolean()) {
            contact.put("organization", "Org " + random.nextInt(3));
        }
        return contact;
    }

    private void disturb(List<String> passing, Random random, AtomicBoolean stop, CountDownLatch moving) {
        // Bounded, as a list that grows faster than it is read has no end.
        for (int disturbance = 0; disturbance < DISTURBANCES && !stop.get(); disturbance++) {
            var victim = passing.get(random.nextInt(passing.size()));
            switch (random.nextInt(4)) {
                case 0 -> passing.add(alex.add(someone(random)));
                case 1 -> alex.delete(victim, "*");
                default -> alex.patch(victim, "*", someone(random));
            }
            moving.countDown();
        }
    }

    private static Comparator<Stood> order(ContactSort sort) {
        var byId = Comparator.comparing(Stood::id);
        var ascending =
                switch (sort) {
                    case CREATED, CREATED_DESCENDING -> byId;
                    case UPDATED, UPDATED_DESCENDING ->
                        Comparator.comparing((Stood it) -> Instant.parse(it.updatedAt()))
                                .thenComparing(byId);
                    case NAME, NAME_DESCENDING ->
                        Comparator.comparing(Stood::name).thenComparing(byId);
                    case ORGANIZATION, ORGANIZATION_DESCENDING ->
                        Comparator.comparing(Stood::organization).thenComparing(byId);
                };
        return sort.toString().startsWith("-") ? ascending.reversed() : ascending;
    }

    private record Stood(String id, String name, String organization, String updatedAt) {}
}
