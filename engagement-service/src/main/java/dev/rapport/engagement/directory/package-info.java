/**
 * The contacts that this service may match and rank, so that no request waits for contacts-service.
 * In: snapshots from {@code rapport.contacts}, in any order, any number of times.
 * Out: who owns a contact, what it is called and who stands for it;
 * {@link dev.rapport.engagement.directory.DirectoryChange} to those who must follow, in the same transaction.
 */
package dev.rapport.engagement.directory;
