package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<String>> commits = new CopyOnWriteArrayList<>();

    @Test
    void shouldShareTheNextCommitWhenOneIsUnderWay() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var group = new GroupCommit<String, String>(rows -> slowly(rows, started, release), 10, 10, 1)) {
            // Given
            var first = submit(group, "first");
            started.await();

            // When
            var others = new ArrayList<CompletableFuture<String>>();
            for (var row : List.of("a", "b", "c")) {
                others.add(submit(group, row));
            }
            release.countDown();

            // Then
            assertThat(first.get()).isEqualTo("FIRST");
            assertThat(others).extracting(CompletableFuture::get).containsExactly("A", "B", "C");
            assertThat(commits).containsExactly(List.of("first"), List.of("a", "b", "c"));
        }
    }

    @Test
    void shouldFailAloneWhenARowIsBad() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var group = new GroupCommit<String, String>(
                rows -> {
                    var answers = slowly(rows, started, release);
                    if (rows.contains("bad")) {
                        throw new SQLException("no", "22021");
                    }
                    return answers;
                },
                10,
                10,
                1)) {
            // Given
            var first = submit(group, "first");
            started.await();
            var good = submit(group, "good");
            var bad = submit(group, "bad");

            // When
            release.countDown();

            // Then
            assertThat(first.get()).isEqualTo("FIRST");
            assertThat(good.get()).isEqualTo("GOOD");
            assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("no");
        }
    }

    @Test
    void shouldAskTheDatabaseOnceWhenItIsAway() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var group = new GroupCommit<String, String>(
                rows -> {
                    slowly(rows, started, release);
                    throw new SQLException("gone", "08006");
                },
                10,
                10,
                1)) {
            // Given
            var first = submit(group, "first");
            started.await();
            var others = List.of(submit(group, "a"), submit(group, "b"));

            // When
            release.countDown();

            // Then
            assertThatThrownBy(first::get).hasRootCauseMessage("gone");
            others.forEach(other -> assertThatThrownBy(other::get).hasRootCauseMessage("gone"));
            assertThat(commits).hasSize(2);
        }
    }

    @Test
    void shouldRefuseWhenTheQueueIsFull() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var group = new GroupCommit<String, String>(rows -> slowly(rows, started, release), 10, 2, 1)) {
            // Given
            submit(group, "under way");
            started.await();
            submit(group, "waits");
            var last = submit(group, "waits too");

            // When
            var refused = group.submit("one too many");

            // Then
            assertThat(refused).isEmpty();
            release.countDown();
            assertThat(last.get()).isEqualTo("WAITS TOO");
        }
    }

    @Test
    void shouldCommitWhatWaitsAndTakeNoMoreWhenClosed() throws Exception {
        // Given
        var group = new GroupCommit<String, String>(this::upperCase, 10, 10, 2);
        var before = submit(group, "before");

        // When
        group.close();

        // Then
        assertThat(before.get()).isEqualTo("BEFORE");
        assertThat(group.submit("after")).isEmpty();
    }

    private static CompletableFuture<String> submit(GroupCommit<String, String> group, String row) {
        return group.submit(row).map(CompletionStage::toCompletableFuture).orElseThrow();
    }

    private List<String> slowly(List<String> rows, CountDownLatch started, CountDownLatch release) {
        started.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return upperCase(rows);
    }

    private List<String> upperCase(List<String> rows) {
        commits.add(List.copyOf(rows));
        return rows.stream().map(row -> row.toUpperCase(java.util.Locale.ROOT)).toList();
    }
}
