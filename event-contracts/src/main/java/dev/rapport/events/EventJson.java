package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The JSON form of event data: RFC 3339 instants, ISO-8601 durations, absent instead of null. Readers ignore fields they do
 * not know and read an unknown enum value as the enum's catch-all, so that an old consumer survives a newer producer.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventJson() {}

    /** The event's data as a JSON object. */
    public static String write(AboutContact data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + data.getClass(), e);
        }
    }

    /** Reads event data; throws {@link UnreadableEvent} for anything that is not an object of this class. */
    public static <T extends AboutContact> T read(byte[] json, Class<T> type) {
        try {
            T data = MAPPER.readValue(json, type);
            if (data == null || (data.contactId() == null && !data.wholeWorkspace())) {
                throw new UnreadableEvent("no contactId in the data");
            }
            return data;
        } catch (IOException e) {
            throw new UnreadableEvent(
                    "not a " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
        }
    }
}
