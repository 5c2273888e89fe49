package dev.rapport.imports;

import java.util.List;

/**
 * A part of what is done when all records are in.
 *
 * @param isAll whether nothing is left to do
 * @param problems of records that are counted already
 */
public record Finishing(boolean isAll, List<ImportProblem> problems) {

    /** There was nothing to do. */
    public static final Finishing NOTHING_LEFT = new Finishing(true, List.of());

    /** Takes a copy of the problems. */
    public Finishing {
        problems = List.copyOf(problems);
    }
}
