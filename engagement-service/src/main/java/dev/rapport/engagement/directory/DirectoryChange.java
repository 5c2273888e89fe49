package dev.rapport.engagement.directory;

import java.sql.Connection;
import java.util.Set;

/**
 * Told to whoever must follow the directory, while its transaction is open: what they write stands if, and only if, the
 * directory's change does.
 *
 * @param transaction the one to write in
 * @param contacts every contact that was added, changed, deleted or restored
 */
public record DirectoryChange(Connection transaction, Set<ContactKey> contacts) {}
