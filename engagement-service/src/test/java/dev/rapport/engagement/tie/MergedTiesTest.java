package dev.rapport.engagement.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.AboutContact;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import dev.rapport.events.Topic;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The tie of every contact is the plain fold over its own interactions and those of all that are merged into it. */
@EngagementTest
class MergedTiesTest {

    private static final int STORIES = 15;
    private static final Instant NOW = Instant.now();

    @Inject
    DataSource database;

    @Test
    void shouldEqualThePlainFoldWhenMergesUndoingsErasuresAndInteractionsComeShuffledAndRepeated() throws SQLException {
        // Given stories, each in a workspace of its own
        var stories = new HashMap<Workspace, MergeStory>();
        LongStream.rangeClosed(1, STORIES).forEach(seed -> stories.put(Workspace.create(), MergeStory.of(seed)));
        var sends = new ArrayList<Runnable>();
        long facts = 0;
        for (var story : stories.entrySet()) {
            facts += store(story.getKey(), story.getValue());
            sends.addAll(sends(story.getKey(), story.getValue()));
        }

        assertThat(stories.values().stream().mapToInt(MergeStory::merged).sum()).isGreaterThan(10);

        // When they are told in any order, and parts of them again
        var random = new Random(5);
        Collections.shuffle(sends, random);
        sends.forEach(Runnable::run);
        sends.stream().filter(send -> random.nextInt(3) == 0).forEach(Runnable::run);

        // Then
        long all = facts;
        await().atMost(Duration.ofSeconds(60)).until(() -> applied(stories.keySet()) == all);
        for (var story : stories.entrySet()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> knows(story.getKey(), story.getValue()));
            var stored = stored(story.getKey());
            story.getValue().ties().forEach((contact, expected) -> assertSame(stored.get(contact), expected));
            story.getValue().last().values().stream()
                    .filter(ContactErased.class::isInstance)
                    .forEach(erased -> assertThat(stored).doesNotContainKey(erased.contactId()));
        }
    }

    private static void assertSame(StoredTie stored, Tie expected) {
        if (expected.isEmpty()) {
            assertThat(stored == null || stored.tie().equals(Tie.EMPTY)).isTrue();
            return;
        }
        assertThat(stored).isNotNull();
        var tie = stored.tie();
        assertThat(tie.interactions()).isEqualTo(expected.interactions());
        assertThat(tie.lastId()).isEqualTo(expected.lastId());
        assertThat(tie.outbound().log2()).isCloseTo(expected.outbound().log2(), within(1e-9));
        assertThat(tie.inbound().log2()).isCloseTo(expected.inbound().log2(), within(1e-9));
        assertThat(tie.peakStrength()).isCloseTo(expected.peakStrength(), within(1e-9));
    }

    private static List<Runnable> sends(Workspace workspace, MergeStory story) {
        var sends = new ArrayList<Runnable>();
        story.contacts().forEach(contact -> sends.add(send(ContactEvent.TOPIC, event(workspace, contact))));
        story.touches()
                .forEach((contact, touches) -> touches.forEach(touch -> {
                    InteractionEvent data = new InteractionRecorded(
                            touch.id(),
                            contact,
                            "alex",
                            touch.kind(),
                            touch.direction(),
                            touch.at(),
                            NOW,
                            null,
                            null,
                            null);
                    sends.add(send(InteractionEvent.TOPIC, event(workspace, data)));
                }));
        story.retracted()
                .forEach((contact, touches) -> touches.forEach(touch -> {
                    InteractionEvent data = new InteractionRetracted(
                            touch.id(), contact, "alex", touch.kind(), touch.direction(), touch.at(), NOW);
                    sends.add(send(InteractionEvent.TOPIC, event(workspace, data)));
                }));
        return sends;
    }

    private static <T extends AboutContact> Runnable send(Topic<T> topic, Event<T> event) {
        return () -> Topics.send(topic, event);
    }

    private static <T extends AboutContact> Event<T> event(Workspace workspace, T data) {
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace.name(), NOW, data);
    }

    private long store(Workspace workspace, MergeStory story) throws SQLException {
        try (var connection = database.getConnection()) {
            return store(connection, workspace, story.touches(), false)
                    + store(connection, workspace, story.retracted(), true);
        }
    }

    private static long store(Connection connection, Workspace workspace, Map<UUID, List<Touch>> all, boolean retracted)
            throws SQLException {
        long stored = 0;
        try (var insert = connection.prepareStatement("""
                insert into interaction (workspace_id, id, contact_id, wanted_contact_id, owner, kind, direction,
                    occurred_at, recorded_at, retracted_at)
                values (?, ?, ?, ?, 'alex', ?, ?, ?::timestamptz, now(), case when ? then now() end)""")) {
            for (var theirs : all.entrySet()) {
                for (var touch : theirs.getValue()) {
                    insert.setString(1, workspace.name());
                    insert.setObject(2, touch.id());
                    insert.setObject(3, theirs.getKey());
                    insert.setObject(4, theirs.getKey());
                    insert.setString(5, touch.kind().json());
                    insert.setString(6, touch.direction().name());
                    insert.setString(7, touch.at().toString());
                    insert.setBoolean(8, retracted);
                    insert.addBatch();
                    stored++;
                }
            }
            insert.executeBatch();
        }
        return stored;
    }

    private boolean knows(Workspace workspace, MergeStory story) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select contact_id, version, erasure_id from directory_contact where workspace_id = ?")) {
            select.setString(1, workspace.name());
            var waiting = story.last();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var last = waiting.get(row.getObject(1, UUID.class));
                    if (last instanceof ContactErased ? row.getObject(3) != null : row.getLong(2) == last.version()) {
                        waiting.remove(last.contactId());
                    }
                }
            }
            return waiting.isEmpty();
        }
    }

    private Map<UUID, StoredTie> stored(Workspace workspace) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select * from tie where workspace_id = ?")) {
            select.setString(1, workspace.name());
            try (var row = select.executeQuery()) {
                var ties = new HashMap<UUID, StoredTie>();
                while (row.next()) {
                    var tie = StoredTie.read(row);
                    ties.put(tie.key().contactId(), tie);
                }
                return ties;
            }
        }
    }

    private long applied(Iterable<Workspace> workspaces) throws SQLException {
        long applied = 0;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from inbox where workspace_id = ? and consumer = 'engagement-ties'")) {
            for (var workspace : workspaces) {
                select.setString(1, workspace.name());
                try (var row = select.executeQuery()) {
                    row.next();
                    applied += row.getLong(1);
                }
            }
        }
        return applied;
    }
}
