package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngagementTest
class AlikeSignalsTest {

    private final Workspace workspace = Workspace.create();
    private final SignalStory story = new SignalStory(workspace);

    @Inject
    DataSource database;

    @Test
    void shouldKeepALikeOneAsASourceAndTellItWhenTheFirstIsRetracted() {
        // Given
        var jane = workspace.contact("alex");
        var first = story.add(SignalStory.promotion(jane, "Jane Doe is now Head of Design at Acme", "news"));
        var second = story.add(SignalStory.promotion(jane, "Jane Doe promoted to Head of Design", "crm"));
        var other = story.add(SignalStory.promotion(jane, "Jane Doe promoted to VP Sales", "crm"));

        // Then
        story.awaitStanding(first, other);
        assertThat(story.list(jane)).containsExactly(other.toString(), first.toString());
        story.get(first).body("sources.id", contains(second.toString()), "sources[0].source", equalTo("crm"));
        story.get(second).body("sameAs", equalTo(first.toString()), "sources", hasSize(0));

        // And when the first is retracted, then restored
        story.retract(first);
        story.awaitStanding(second, other);
        story.get(second).body("sameAs", equalTo(null));
        workspace.as("alex").post("/v1/signals/" + first + "/restore").then().statusCode(200);
        story.get(first).body("sameAs", equalTo(second.toString()));
        story.awaitStanding(second, other);

        // And when a correction makes it one with the other, which was seen later
        workspace
                .as("alex")
                .body(Map.of("title", "VP Sales"))
                .patch("/v1/signals/" + second)
                .then()
                .statusCode(200);
        story.awaitStanding(first, second);
    }

    @Test
    void shouldTellOneOfManyThatAreToldAtOnce() {
        // Given
        var jane = workspace.contact("alex");
        var titles = List.of(
                "Head of Design at Acme",
                "Promoted to Head of Design",
                "Now Head of Design, Acme Inc.",
                "Head of Design");

        // When
        var requests = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> story.add(SignalStory.promotion(jane, titles.get(i % 4), "source-" + i))))
                .toList();
        var ids = requests.stream().map(CompletableFuture::join).toList();

        // Then
        var listed = story.list(jane);
        assertThat(listed).hasSize(1);
        story.get(UUID.fromString(listed.get(0))).body("sources", hasSize(15));
        story.awaitStanding(UUID.fromString(listed.get(0)));
        assertThat(story.told()).hasSize(1);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void shouldBelongToTheSurvivorOfAMergeAndBeGivenBackWhenItIsUndone() {
        // Given the same seen of two contacts, which are one person
        var survivor = workspace.contact("alex");
        var old = workspace.contact("bea");
        var ofSurvivor = story.add(SignalStory.promotion(survivor, "Promoted to Head of Design", "news"));
        var ofOld = story.add(SignalStory.promotion(old, "Jane is Head of Design", "crm"));
        var post = story.add(Map.of("contactId", old, "kind", "post", "title", "A post"));
        story.awaitStanding(ofSurvivor, ofOld, post);

        // When they are merged
        workspace.merge(old, 2, survivor);

        // Then
        story.awaitStanding(ofSurvivor, post);
        assertThat(story.list(survivor)).containsExactly(post.toString(), ofSurvivor.toString());
        assertThat(story.list(old)).isEqualTo(story.list(survivor));
        story.get(post).body("owner", equalTo("alex"), "contactId", equalTo(old.toString()));

        // And when more arrives for the merged one, and the merge is undone
        var late = story.add(SignalStory.promotion(old, "Jane Doe: Head of Design", "rss"));
        story.get(late).body("sameAs", equalTo(ofSurvivor.toString()));
        workspace.publish(old, 3, "bea");
        story.awaitStanding(ofSurvivor, ofOld, post);
        assertThat(story.list(survivor)).containsExactly(ofSurvivor.toString());
        story.get(ofOld).body("owner", equalTo("bea"), "sources.id", contains(late.toString()));
    }

    @Test
    void shouldAttachByTheSweepWhenRequestAndContactPassedEachOther() throws SQLException {
        // Given
        var jane = workspace.contact("alex", "jane@example.org");
        var first = story.add(SignalStory.promotion(jane, "Promoted to VP Sales", "news"));

        // When
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into signal (workspace_id, id, address, kind, title, topics, seen_at, at, sent, bucket)
                        values (?, ?, 'jane@example.org', 'promotion', 'VP Sales', '{}', now(), now(), ?, 'promotion')""")) {
            var id = UuidCreator.getTimeOrderedEpochPlus1();
            insert.setString(1, workspace.name());
            insert.setObject(2, id);
            insert.setObject(3, id);
            insert.executeUpdate();
        }

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.get(first).body("sources", hasSize(1)));
        story.awaitStanding(first);
    }
}
