package dev.rapport.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How imports run. The largest file is the {@code rapport.api.larger-bodies} of the path. */
@ConfigMapping(prefix = "rapport.import")
public interface ImportConfig {

    /** How many imports one instance works on at a time. A workspace has one at a time, on all instances together. */
    @WithDefault("2")
    int concurrency();

    /** How many records are written in one transaction, at most. */
    @WithDefault("500")
    int batchRecords();

    /** How much of the file is worked off in one transaction, about: bounds the memory that large records take. */
    @WithDefault("1M")
    MemorySize batchBytes();

    /** The pieces in which the file is stored, and held in memory. */
    @WithDefault("256K")
    MemorySize chunk();

    /** After how long without a sign of life an import is taken over by another instance. */
    @WithDefault("60S")
    Duration lease();

    /** How long an import waits after a fault of the database until it is tried again. */
    @WithDefault("5S")
    Duration retryAfter();

    /** How many runs in a row may end without progress until the import has failed. */
    @WithDefault("10")
    int attempts();

    /** How many problems of one import are kept to be listed; all are counted. */
    @WithDefault("10000")
    int problems();

    /** How long an upload may stand still until what has arrived is thrown away. */
    @WithDefault("10M")
    Duration uploadPatience();

    /** How long counts and problems can be read after the import. */
    @WithDefault("P90D")
    Duration keep();
}
