package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which interactions a profile gives no weight, so that a query can leave them out. */
public final class Noise {

    private static final UUID ANY = new UUID(0, 0);

    private Noise() {}

    /** As {@code kind direction}, for example {@code pitch INBOUND}. */
    public static List<String> of(ScoringProfile profile) {
        var noise = new ArrayList<String>();
        for (var kind : InteractionKind.values()) {
            for (var direction : Direction.values()) {
                if (profile.isNoise(new Touch(ANY, Instant.EPOCH, kind, direction))) {
                    noise.add(kind.json() + " " + direction);
                }
            }
        }
        return List.copyOf(noise);
    }
}
