package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.engagement.relevance.StoredTies.Stored;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class RankingOrdersTest {

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    private record Asked(String query, Predicate<Stored> wanted) {}

    @ParameterizedTest
    @EnumSource(Order.class)
    void shouldTellEveryOrderAndFilterAsTheModelDoes(Order order) throws SQLException {
        // Given
        var model = new StoredTies(workspace, database, 11).add(150);
        var at = new Instant[1];
        var asked = Stream.of(
                new Asked("", one -> true),
                new Asked("&owner=bea", one -> one.owner().equals("bea")),
                new Asked("&band=active", one -> one.band(at[0]).equals("active")),
                new Asked("&band=close&band=cooling", one -> List.of("close", "cooling")
                        .contains(one.band(at[0]))),
                new Asked(
                        "&band=warm&band=active&owner=alex",
                        one -> List.of("warm", "active").contains(one.band(at[0]))
                                && one.owner().equals("alex")),
                new Asked("&circle=" + StoredTies.CIRCLE, Stored::inCircle),
                new Asked(
                        "&relationship=client&owner=alex",
                        one -> one.isClient() && one.owner().equals("alex")),
                new Asked(
                        "&relationship=client&band=dormant&circle=" + StoredTies.CIRCLE,
                        one -> one.isClient()
                                && one.inCircle()
                                && one.band(at[0]).equals("dormant")),
                new Asked("&relationship=mentor", one -> false));

        asked.forEach(it -> {
            // When
            var told = pages(order, it.query, () -> {});

            // Then
            at[0] = told.isEmpty()
                    ? Instant.now()
                    : Instant.parse((String) told.get(0).get("at"));
            var expected = model.stream()
                    .filter(it.wanted)
                    .sorted(comparator(order, at[0]))
                    .map(one -> one.id().toString())
                    .toList();
            assertThat(told)
                    .as("%s %s", order, it.query)
                    .extracting(row -> row.get("contactId"))
                    .isEqualTo(expected);
            assertThat(told).allMatch(row -> row.get("at").equals(told.get(0).get("at")));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldTellExactlyOnceWhatStaysAsItIsWhileOthersChange(long seed) throws SQLException {
        var ties = new StoredTies(workspace, database, seed);
        var staying = ties.add(60);
        var changing = ties.add(60);
        var random = new Random(seed);

        for (var order : Order.values()) {
            for (var filter : List.of("", "&band=close&band=warm&band=dormant")) {
                // When another client writes between the pages
                var told = pages(order, filter, () -> {
                    try {
                        for (int i = 0; i < 5; i++) {
                            ties.touch(changing.get(random.nextInt(changing.size())));
                        }
                        ties.add(1);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });

                // Then
                var at = Instant.parse((String) told.get(0).get("at"));
                var ids = staying.stream().map(one -> one.id().toString()).toList();
                var expected = staying.stream()
                        .filter(one -> filter.isEmpty() || filter.contains(one.band(at)))
                        .sorted(comparator(order, at))
                        .map(one -> one.id().toString())
                        .toList();
                assertThat(told.stream()
                                .map(row -> (String) row.get("contactId"))
                                .filter(ids::contains))
                        .as("%s %s", order, filter)
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void shouldWalkWithinBoundsWhenManyContactsAreInACircle() throws SQLException {
        // Given more than are looked up one by one
        var circled = new StoredTies(workspace, database, 5)
                .add(TieWalks.FEW * 5).stream().filter(Stored::inCircle).toList();
        assertThat(circled).hasSizeGreaterThan(TieWalks.FEW);

        // When
        var told = pages(Order.STRONGEST, "&limit=200&circle=" + StoredTies.CIRCLE, () -> {});

        // Then
        var at = Instant.parse((String) told.get(0).get("at"));
        assertThat(told)
                .extracting(row -> row.get("contactId"))
                .isEqualTo(circled.stream()
                        .sorted(comparator(Order.STRONGEST, at))
                        .map(one -> one.id().toString())
                        .toList());
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        for (var wrong : List.of("order=best", "band=hot", "circle=x", "relationship=foe")) {
            workspace
                    .as("alex")
                    .get("/v1/relevance?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(wrong.split("=")[0]));
        }
        var cursor = "cnVsZQ";
        workspace.as("alex").get("/v1/relevance?cursor=" + cursor).then().statusCode(400);
    }

    private List<Map<String, Object>> pages(Order order, String filter, Runnable between) {
        var rows = new ArrayList<Map<String, Object>>();
        String next = "";
        while (next != null) {
            var limit = filter.contains("limit") ? "" : "&limit=7";
            var page = workspace
                    .as("alex")
                    .get("/v1/relevance?order=%s&cursor=%s%s%s".formatted(order.json(), next, limit, filter));
            page.then().statusCode(200);
            rows.addAll(page.path("items"));
            next = page.path("next");
            between.run();
        }
        return rows;
    }

    private static Comparator<Stored> comparator(Order order, Instant at) {
        return switch (order) {
            case STRONGEST -> Comparator.comparingDouble((Stored one) -> -one.strength(at));
            case WEAKEST -> Comparator.comparingDouble((Stored one) -> one.strength(at));
            case COOLING_FASTEST -> Comparator.comparingDouble((Stored one) -> -one.lossPerDay(at));
            case LONGEST_SILENT -> Comparator.comparing(Stored::last);
            case NOW -> Comparator.comparingDouble((Stored one) -> -1.5 * one.strength(at) - one.heat(at));
        };
    }
}
