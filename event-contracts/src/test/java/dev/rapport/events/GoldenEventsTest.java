package dev.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenEventsTest {

    static Stream<Golden.Type> types() {
        return Golden.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldReadAndWriteThePublishedForm(Golden.Type type) {
        for (var name : List.of("full", "minimal")) {
            var published = Golden.file(type.name(), name);

            assertThat(type.rewritten(published)).isEqualTo(Golden.tree(published));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldShowEveryFieldInAPublishedForm(Golden.Type type) {
        Set<String> shown = new TreeSet<>();
        for (var name : List.of("full", "minimal")) {
            Golden.tree(Golden.file(type.name(), name)).fieldNames().forEachRemaining(shown::add);
        }

        var components = type.topic().classOf(type.name()).orElseThrow().getRecordComponents();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(components).map(c -> c.getName()).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldIgnoreFieldsOfTheFuture(Golden.Type type) {
        var published = (ObjectNode) Golden.tree(Golden.file(type.name(), "full"));
        var future = published.deepCopy().put("fieldOfTheFuture", 1);

        var read = type.read(future.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(type.read(published.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldReadAKindOfTheFutureAsOther() {
        var future = (ObjectNode) Golden.tree(Golden.file("rapport.interaction.recorded.v1", "full"));
        future.put("kind", "hologram");

        var read = EventJson.read(
                future.toString().getBytes(StandardCharsets.UTF_8), InteractionEvent.InteractionRecorded.class);

        assertThat(read.kind()).isEqualTo(InteractionKind.OTHER);
    }

    @Test
    void shouldRefuseDataWithoutAContact() {
        assertThatThrownBy(
                        () -> EventJson.read("{}".getBytes(StandardCharsets.UTF_8), ContactEvent.ContactDeleted.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() ->
                        EventJson.read("null".getBytes(StandardCharsets.UTF_8), ContactEvent.ContactDeleted.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(
                        () -> EventJson.read("{".getBytes(StandardCharsets.UTF_8), ContactEvent.ContactDeleted.class))
                .isInstanceOf(UnreadableEvent.class);
    }
}
