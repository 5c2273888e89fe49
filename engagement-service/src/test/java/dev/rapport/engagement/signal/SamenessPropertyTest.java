package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SamenessPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Provide
    Arbitrary<List<SignalContent>> histories() {
        var titles = Arbitraries.of(
                "Jane is VP Sales",
                "VP Sales at Acme",
                "Promoted!",
                "VP Marketing",
                "Jane Doe is now VP",
                "CTO at Hooli");
        var kinds = Arbitraries.of(SignalKind.PROMOTION, SignalKind.MILESTONE, SignalKind.POST);
        var links = Arbitraries.of("https://example.org/1", "http://www.example.org/1?utm_medium=x", "https://a.org/2")
                .injectNull(0.7);
        var positions = Arbitraries.of("VP Sales", "VP").injectNull(0.7);
        return Combinators.combine(
                        kinds, titles, links, positions, Arbitraries.integers().between(0, 120))
                .as((kind, title, link, position, day) -> new SignalContent(
                        kind, title, link, List.of(), START.plus(Duration.ofDays(day)), null, position))
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    /** What is one does not depend on the order of arrival; how many are told does not either, nor of what. */
    @Property(tries = 300)
    void shouldFindTheSameToBeOneInWhateverOrderItArrives(
            @ForAll("histories") List<SignalContent> contents, @ForAll Random random) {
        var arrivals = new ArrayList<Integer>();
        for (int i = 0; i < contents.size(); i++) {
            arrivals.add(i);
        }
        var inOrder = new Arrivals(contents, arrivals);
        Collections.shuffle(arrivals, random);
        var shuffled = new Arrivals(contents, arrivals);

        assertThat(shuffled.groups()).isEqualTo(inOrder.groups());
        assertThat(shuffled.told).hasSameSizeAs(inOrder.told);
        assertThat(shuffled.told).allMatch(first -> shuffled.groups().stream()
                .filter(group -> group.contains(first))
                .allMatch(
                        group -> group.stream().filter(shuffled.told::contains).count() == 1));
    }

    @Property(tries = 300)
    void shouldAgreeWithAComparisonOfAllPairs(@ForAll("histories") List<SignalContent> contents) {
        var sightings = new ArrayList<Sighting>();
        for (int i = 0; i < contents.size(); i++) {
            sightings.add(sighting(i, contents.get(i), i, false));
        }

        var group = new int[sightings.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int one = 0; one < group.length; one++) {
            for (int other = 0; other < group.length; other++) {
                if (Likeness.alike(sightings.get(one), sightings.get(other))) {
                    int from = group[one];
                    int into = group[other];
                    for (int i = 0; i < group.length; i++) {
                        group[i] = group[i] == from ? into : group[i];
                    }
                }
            }
        }
        var naive = new HashMap<Integer, Set<Integer>>();
        for (int i = 0; i < group.length; i++) {
            naive.computeIfAbsent(group[i], it -> new HashSet<>()).add(i);
        }
        assertThat(groups(sightings, Sameness.of(sightings))).isEqualTo(new HashSet<>(naive.values()));
    }

    @Property(tries = 300)
    void shouldTellTheSecondWhenTheFirstIsTakenBack(@ForAll("histories") List<SignalContent> contents) {
        var arrivals = new ArrayList<Integer>();
        for (int i = 0; i < contents.size(); i++) {
            arrivals.add(i);
        }
        var all = new Arrivals(contents, arrivals);
        var first = all.told.iterator().next();

        all.retract(first);

        arrivals.remove(first);
        assertThat(all.groups()).isEqualTo(new Arrivals(contents, arrivals).groups());
    }

    /** What arrived so far, each settled as it arrived, and what of it is told. */
    private static final class Arrivals {
        private final List<SignalContent> contents;
        private final List<Integer> arrived = new ArrayList<>();
        private Set<Integer> told = new HashSet<>();

        Arrivals(List<SignalContent> contents, List<Integer> order) {
            this.contents = contents;
            order.forEach(index -> {
                arrived.add(index);
                settle();
            });
        }

        void retract(Integer index) {
            arrived.remove(index);
            told.remove(index);
            settle();
        }

        Set<Set<Integer>> groups() {
            var sightings = sightings();
            return SamenessPropertyTest.groups(sightings, Sameness.of(sightings));
        }

        private void settle() {
            var followers = Sameness.of(sightings()).keySet();
            told = arrived.stream()
                    .filter(index -> !followers.contains(id(index)))
                    .collect(Collectors.toSet());
        }

        private List<Sighting> sightings() {
            var sightings = new ArrayList<Sighting>();
            for (int place = 0; place < arrived.size(); place++) {
                int index = arrived.get(place);
                sightings.add(sighting(index, contents.get(index), place, told.contains(index)));
            }
            return sightings;
        }
    }

    private static Set<Set<Integer>> groups(Collection<Sighting> sightings, Map<UUID, UUID> sameAs) {
        return new HashSet<>(sightings.stream()
                .map(Sighting::id)
                .collect(Collectors.groupingBy(
                        id -> sameAs.getOrDefault(id, id),
                        Collectors.mapping(id -> (int) id.getLeastSignificantBits(), Collectors.toSet())))
                .values());
    }

    private static Sighting sighting(int index, SignalContent content, int arrival, boolean told) {
        return Sighting.of(id(index), content, START.plusSeconds(arrival), told, Words.of("Jane Doe"));
    }

    private static UUID id(int index) {
        return new UUID(7, index);
    }
}
