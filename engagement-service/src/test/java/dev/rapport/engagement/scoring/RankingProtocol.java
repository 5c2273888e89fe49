package dev.rapport.engagement.scoring;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Walks the events {@code src,dst,unix_ts} in the order of time. For each of the last 40 % where the sender has at least five
 * contacts and the receiver is one of them, ranks the sender's contacts by what was known strictly before.
 */
final class RankingProtocol {

    enum Task {
        /** Every next message. */
        ALL,
        /** Only those to somebody silent for a day, among all who were: "whom should I get back to". */
        REENGAGE;

        private boolean counts(Row row, Known contact) {
            return this == ALL || row.time - contact.last >= DAY;
        }
    }

    private static final long DAY = 86_400;
    private static final double SAME = 1e-9 / Math.log(2);

    private final ScoringProfile profile;
    private final Map<String, Map<String, Known>> owners = new HashMap<>();

    RankingProtocol(ScoringProfile profile) {
        this.profile = profile;
    }

    /** The rank that each event's receiver had, 1 the best; equal scores share the middle of their ranks. */
    List<Double> ranks(Path csv, Task task) throws IOException {
        var rows = read(csv);
        long cut = rows.get((int) (.6 * rows.size())).time;
        var ranks = new ArrayList<Double>();
        for (int from = 0; from < rows.size(); ) {
            int to = from;
            while (to < rows.size() && rows.get(to).time == rows.get(from).time) {
                to++;
            }
            var now = rows.subList(from, to);
            if (rows.get(from).time > cut) {
                now.forEach(row -> rank(row, task, ranks));
            }
            now.forEach(row -> {
                add(row.from, row.to, row, Direction.OUTBOUND);
                add(row.to, row.from, row, Direction.INBOUND);
            });
            from = to;
        }
        return ranks;
    }

    private void rank(Row row, Task task, List<Double> ranks) {
        var contacts = owners.getOrDefault(row.from, Map.of());
        var receiver = contacts.get(row.to);
        if (contacts.size() < 5 || receiver == null || !task.counts(row, receiver)) {
            return;
        }
        var candidates =
                contacts.values().stream().filter(c -> task.counts(row, c)).toList();
        if (candidates.size() < 5) {
            return;
        }
        long stronger =
                candidates.stream().filter(c -> c.key > receiver.key + SAME).count();
        long atLeast =
                candidates.stream().filter(c -> c.key >= receiver.key - SAME).count();
        ranks.add(1 + stronger + (atLeast - stronger - 1) / 2.0);
    }

    private void add(String owner, String contact, Row row, Direction direction) {
        var known = owners.computeIfAbsent(owner, o -> new HashMap<>());
        var before = known.containsKey(contact) ? known.get(contact).tie : Tie.EMPTY;
        var id = new UUID(0, row.line);
        var touch = new Touch(id, Instant.ofEpochSecond(row.time), InteractionKind.EMAIL, direction);
        var tie = TieFold.extend(before, List.of(touch), profile);
        known.put(contact, new Known(tie, new Relevance(tie, profile).rankKey(), row.time));
    }

    private static List<Row> read(Path csv) throws IOException {
        var lines = Files.readAllLines(csv);
        var rows = new ArrayList<Row>();
        for (int line = 1; line < lines.size(); line++) {
            var cells = lines.get(line).split(",", -1);
            if (!cells[0].equals(cells[1])) {
                rows.add(new Row(line, cells[0], cells[1], Long.parseLong(cells[2].strip())));
            }
        }
        rows.sort(Comparator.comparingLong(Row::time).thenComparingInt(Row::line));
        return rows;
    }

    private record Known(Tie tie, double key, long last) {}

    private record Row(int line, String from, String to, long time) {}
}
