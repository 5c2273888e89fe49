package dev.rapport.engagement.profile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Duration;

/** Durations as people say them: {@code P14D}, where {@link Duration#toString()} says {@code PT336H}. */
final class IsoDays extends StdSerializer<Duration> {

    private static final long serialVersionUID = 1L;

    IsoDays() {
        super(Duration.class);
    }

    static String text(Duration duration) {
        return duration.isZero() || !Duration.ofDays(duration.toDays()).equals(duration)
                ? duration.toString()
                : "P" + duration.toDays() + "D";
    }

    @Override
    public void serialize(Duration value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(text(value));
    }
}
