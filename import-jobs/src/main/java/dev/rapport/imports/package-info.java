/**
 * Imports, whatever they are of: files taken in whole, then worked off in the background, record by record. A service says by
 * one bean of {@link dev.rapport.imports.ImportKind} what its records are, and by {@link dev.rapport.imports.ImportNames} where
 * they are kept.
 * In: a file of up to a gigabyte, in pieces.
 * Out: what the kind lands, batch by batch, each in one transaction with the progress; counts and problems to be listed.
 */
package dev.rapport.imports;
