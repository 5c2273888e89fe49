package dev.rapport.notifier.reminder;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.TestClock;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two hundred contacts that are added on one day, all with a cadence of thirty days, and the days on which they are told. */
@NotifierTest
class FloodServiceTest {

    private static final int CAP = 20;

    @Inject
    Clock clock;

    private final Api alex = Api.ofNewWorkspace();

    @AfterEach
    void backToNow() {
        TestClock.reset(clock);
    }

    @Test
    void shouldTellNoMoreThanTheCapOnAnyDayTheMostRelevantFirstAndAllInTheEnd() {
        // Given
        alex.prefer("{\"dailyCap\": " + CAP + "}");
        var relevant = Stream.generate(UUID::randomUUID).limit(CAP).toList();
        for (int i = 0; i < 200 - CAP; i++) {
            publish(ContactEvent.TOPIC, alex.workspace(), contact(UUID.randomUUID(), 1, "alex", "P" + i, Told.MONTHLY));
        }
        for (var id : relevant) {
            publish(ContactEvent.TOPIC, alex.workspace(), contact(id, 1, "alex", "Anna Berg", Told.MONTHLY));
            publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(id, 1, Instant.now(), null));
        }
        patiently().until(() -> reminders("scheduled").size() == 200);
        var first = LocalDate.ofInstant(
                Instant.parse(alex.get("/v1/reminders").getString("items[0].dueAt")), ZoneOffset.UTC);

        // When the days go by, then nobody is told more than the cap
        for (int day = 0; day < 200 / CAP; day++) {
            int told = Math.min(200, CAP * (day + 1));
            TestClock.set(clock, first.plusDays(day).atTime(7, 31).toInstant(ZoneOffset.UTC));
            patiently().until(() -> reminders("due").size() >= told);
            assertThat(reminders("due")).hasSize(told);
            if (day == 0) {
                assertThat(alex.get("/v1/reminders?state=due").getList("items.contactId", String.class))
                        .containsExactlyInAnyOrderElementsOf(
                                relevant.stream().map(UUID::toString).toList());
            }
        }
        assertThat(reminders("scheduled")).isEmpty();
        assertThat(notified()).hasSize(200).doesNotHaveDuplicates();
    }

    private List<String> reminders(String state) {
        return alex.get("/v1/reminders?limit=200&kind=keep_in_touch&state=" + state)
                .getList("items.id");
    }

    private List<String> notified() {
        var path = "/v1/inbox?category=reminder&limit=200";
        return new ArrayList<>(alex.get(path).getList("items.reminderId", String.class));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
