package dev.rapport.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventedNetworkTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-29T05:00:00Z");

    private final Network network = new InventedNetwork().endingAt(NOW, BERLIN);

    private List<Touch> touchesOf(int person) {
        var addresses = network.people().get(person).addresses().collect(Collectors.toSet());
        return network.touches().stream()
                .filter(touch -> addresses.contains(touch.address()))
                .toList();
    }

    @Test
    void shouldHaveTheLayersThatTheLiteratureReports() {
        assertThat(Layer.values()).extracting(Layer::size).containsExactly(5, 10, 35, 100);
        assertThat(network.people()).hasSize(150);
    }

    @Test
    void shouldTouchInnerLayersFarMoreOften() {
        // When
        var perPerson = new ArrayList<Double>();
        int from = 0;
        for (Layer layer : Layer.values()) {
            double sum = 0;
            for (int person = from; person < from + layer.size(); person++) {
                sum += touchesOf(person).size();
            }
            perPerson.add(sum / layer.size());
            from += layer.size();
        }

        // Then
        for (int inner = 0; inner < 3; inner++) {
            assertThat(perPerson.get(inner)).isGreaterThan(2 * perPerson.get(inner + 1));
        }
        assertThat(perPerson.get(3)).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T05:00:00Z,Europe/Berlin",
        "2026-03-01T00:00:00Z,UTC",
        "2028-02-29T11:59:59Z,Pacific/Auckland",
        "2026-12-31T23:59:59Z,America/Los_Angeles",
    })
    void shouldLieStrictlyWithinTheTwoYearsBeforeNow(Instant now, String zone) {
        // When
        Network ending = new InventedNetwork().endingAt(now, ZoneId.of(zone));

        // Then
        Instant twoYearsAgo = now.atZone(ZoneId.of(zone))
                .toLocalDate()
                .minusYears(2)
                .atStartOfDay(ZoneId.of(zone))
                .minus(1, ChronoUnit.DAYS)
                .toInstant();
        assertThat(ending.touches()).isNotEmpty().allSatisfy(touch -> assertThat(touch.occurredAt())
                .isBefore(now)
                .isAfter(twoYearsAgo));
    }

    @Test
    void shouldBeTheSameApartFromTheShiftWhenNowIsLater() {
        // When
        Network later = new InventedNetwork().endingAt(NOW.plus(36, ChronoUnit.DAYS), ZoneId.of("UTC"));
        Network first = new InventedNetwork().endingAt(NOW, ZoneId.of("UTC"));

        // Then
        assertThat(later.people()).isEqualTo(first.people());
        assertThat(later.jobChanges()).isEqualTo(first.jobChanges()).hasSize(4);
        assertThat(later.touches()).hasSameSizeAs(first.touches());
        for (int i = 0; i < later.touches().size(); i++) {
            Touch moved = later.touches().get(i);
            Touch original = first.touches().get(i);
            assertThat(moved.externalId()).isEqualTo(original.externalId());
            assertThat(moved.address()).isEqualTo(original.address());
            assertThat(Duration.between(original.occurredAt(), moved.occurredAt()))
                    .isEqualTo(Duration.ofDays(36));
        }
    }

    @Test
    void shouldHoldUnansweredMessagesAndSilentTies() {
        // When
        Map<Boolean, Long> lastInbound = IntStream.range(0, 150)
                .filter(person -> !touchesOf(person).isEmpty())
                .mapToObj(person -> touchesOf(person).get(touchesOf(person).size() - 1))
                .collect(Collectors.partitioningBy(
                        touch -> touch.direction().equals(Touch.INBOUND), Collectors.counting()));
        List<Touch> silent = touchesOf(3);

        // Then
        assertThat(lastInbound.get(true)).isBetween(6L, 60L);
        assertThat(network.people().get(3).cadence()).isNull();
        assertThat(silent.get(silent.size() - 1).occurredAt()).isBefore(NOW.minus(33, ChronoUnit.DAYS));
    }

    @Test
    void shouldMixKindsAndChannelsAndHearFromStrangers() {
        // Given
        var known = Network.addressesOf(network.people().stream());

        // Then
        assertThat(network.touches()).extracting(Touch::kind).contains("email", "message", "call", "meeting", "pitch");
        assertThat(network.touches()).extracting(Touch::channel).contains("email", "phone", "linkedin", "video");
        assertThat(network.touches().stream().filter(touch -> !known.contains(touch.address())))
                .hasSize(5)
                .allMatch(touch ->
                        touch.kind().equals("pitch") && touch.direction().equals(Touch.INBOUND));
    }

    @Test
    void shouldBeBurstyAndSleepAtNight() {
        // When
        List<Double> gaps = new ArrayList<>();
        List<Touch> closest = touchesOf(0);
        for (int i = 1; i < closest.size(); i++) {
            gaps.add((double) Duration.between(
                            closest.get(i - 1).occurredAt(), closest.get(i).occurredAt())
                    .toSeconds());
        }
        double mean = gaps.stream().mapToDouble(gap -> gap).average().orElseThrow();
        double variance = gaps.stream()
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();
        long atNight = network.touches().stream()
                .map(touch -> touch.occurredAt().atZone(BERLIN).getHour())
                .filter(hour -> hour < 6)
                .count();

        // Then: burstier than chance, whose deviation equals its mean
        assertThat(Math.sqrt(variance)).isGreaterThan(1.1 * mean);
        assertThat(atNight).isLessThan(network.touches().size() / 10);
    }

    @Test
    void shouldGiveEveryoneTheirOwnReservedAddress() {
        // When
        var emails = network.people().stream().map(Person::email).toList();

        // Then
        assertThat(new HashSet<>(emails)).hasSize(150);
        assertThat(emails).allMatch(email -> email.matches("[a-z0-9]+\\.[a-z0-9]+@[a-z0-9]+\\.example"));
    }
}
