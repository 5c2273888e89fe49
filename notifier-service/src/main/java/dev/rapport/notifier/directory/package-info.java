/**
 * The local directory: what planning needs to know of each contact, and who stands for those that were merged.
 * In: {@code rapport.contacts}. Out: rows of {@code contact}, guarded by version.
 * A contact that is gone stays as an empty row, so that a late snapshot does not bring it back.
 */
package dev.rapport.notifier.directory;
