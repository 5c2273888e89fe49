package dev.rapport.imports;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Records that land together.
 *
 * @param first the number of the first of them in the file, from 1
 * @param position how many bytes of the file are worked off with them
 * @param <R> a record
 */
public record RecordBatch<R>(long first, List<R> records, long position) {

    /** Takes a copy of the records. */
    public RecordBatch {
        records = List.copyOf(records);
    }

    /** A batch for each of the records. */
    List<RecordBatch<R>> single() {
        return IntStream.range(0, records.size())
                .mapToObj(i -> new RecordBatch<>(first + i, List.of(records.get(i)), position))
                .toList();
    }
}
