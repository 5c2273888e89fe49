package dev.rapport.imports;

import java.util.UUID;

/**
 * One instance's work on an import.
 *
 * @param id tells it from another run, should both believe that they have the import
 * @param isCancelled whether somebody has asked to stop
 */
record Run(UUID id, ImportJob job, boolean isCancelled) {}
