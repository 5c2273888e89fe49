package dev.rapport.events;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One Kafka topic and the event types that travel on it.
 *
 * @param name the topic's name
 * @param state whether each event is a whole snapshot of its key, so that the topic may be compacted
 * @param types every event type known on this topic, by its CloudEvents {@code type}
 * @param <T> the topic's sealed interface
 */
public record Topic<T extends AboutContact>(String name, boolean state, Map<String, Class<? extends T>> types) {

    static <T extends AboutContact> Topic<T> ofState(String name, Map<String, Class<? extends T>> types) {
        return new Topic<>(name, true, Map.copyOf(types));
    }

    static <T extends AboutContact> Topic<T> ofFacts(String name, Map<String, Class<? extends T>> types) {
        return new Topic<>(name, false, Map.copyOf(types));
    }

    /** Where a message of this topic goes that cannot be read or applied. */
    public String deadLetters() {
        return name + ".dlq";
    }

    /** The CloudEvents type of an event of this topic. */
    public String typeOf(T event) {
        return typeOf(event.getClass());
    }

    /** The CloudEvents type of a class of this topic; throws {@link IllegalArgumentException} for a class of another. */
    public String typeOf(Class<?> event) {
        return types.entrySet().stream()
                .filter(entry -> entry.getValue().equals(event))
                .map(Map.Entry::getKey)
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    if (found.isEmpty()) {
                        throw new IllegalArgumentException(event + " does not travel on " + name);
                    }
                    return found.get(0);
                }));
    }

    /** The class of a CloudEvents type; empty for a type that is newer than this reader. */
    public Optional<Class<? extends T>> classOf(String type) {
        return Optional.ofNullable(types.get(type));
    }
}
