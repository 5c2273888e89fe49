package dev.rapport.demo.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.demo.rest.Pause;
import dev.rapport.demo.rest.RapportApi;
import dev.rapport.demo.rest.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until what was acknowledged has reached the ranking and the reminders. Bounded: it gives up when nothing moves. */
public final class CatchUp {

    private static final Duration BETWEEN = Duration.ofMillis(500);
    /** What is to be told within this time is waited for. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int LOOKS = 1200;
    private static final int STILL_AND_COMPLETE = 3;
    private static final int STILL_AND_INCOMPLETE = 60;

    private final RapportApi api;
    private final Progress progress;
    private final Pause pause;
    private final Clock clock;

    /** Looks through this API, pausing in between. */
    public CatchUp(RapportApi api, Progress progress, Pause pause, Clock clock) {
        this.api = api;
        this.progress = progress;
        this.pause = pause;
        this.clock = clock;
    }

    /** Waits until the ranking counts {@code expected} interactions and stands still; returns whether it does. */
    public boolean ranking(long expected) {
        progress.begin();
        return settle(
                () -> {
                    long counted = api.items(Service.ENGAGEMENT, "/v1/relevance").stream()
                            .mapToLong(tie -> tie.path("interactions").asLong())
                            .sum();
                    progress.show("ranking has counted", counted, expected);
                    return counted;
                },
                counted -> counted >= expected);
    }

    /** Reminders at one look: how many wait, how many are about to be told, and how many are due and delivered. */
    record Reminders(int scheduled, long settling, int due, int unread, boolean delivered) {}

    /** Waits until reminders are planned, those due are delivered, and both stand still; returns whether they do. */
    public boolean reminders() {
        return settle(
                this::look,
                seen -> seen.scheduled() + seen.due() > 0
                        && seen.settling() == 0
                        && (seen.due() == 0 || seen.delivered()));
    }

    private Reminders look() {
        List<JsonNode> open = api.items(Service.NOTIFIER, "/v1/reminders?state=due,scheduled");
        int due = (int) open.stream()
                .filter(reminder -> reminder.path("state").asText().equals("due"))
                .count();
        var soon = clock.instant().plus(SOON);
        long settling = open.stream()
                .filter(reminder -> reminder.path("state").asText().equals("scheduled"))
                .filter(reminder ->
                        Instant.parse(reminder.path("wakesAt").asText()).isBefore(soon))
                .count();
        int unread = api.get(Service.NOTIFIER, "/v1/inbox/unread-count")
                .body()
                .path("unread")
                .asInt();
        boolean delivered =
                !api.first(1, Service.NOTIFIER, "/v1/inbox", JsonNode.class).isEmpty();
        return new Reminders(open.size() - due, settling, due, unread, delivered);
    }

    private <T> boolean settle(Supplier<T> look, Predicate<T> complete) {
        T before = look.get();
        int still = 0;
        for (int looks = 1; looks < LOOKS; looks++) {
            boolean done = complete.test(before);
            if (still >= (done ? STILL_AND_COMPLETE : STILL_AND_INCOMPLETE)) {
                return done;
            }
            pause.sleep(BETWEEN);
            T now = look.get();
            still = now.equals(before) ? still + 1 : 0;
            before = now;
        }
        return false;
    }
}
