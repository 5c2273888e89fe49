/**
 * The people of a workspace's network.
 * In: requests to add, read, list, patch and delete contacts. Out: the contact, and a snapshot of it on
 * {@code rapport.contacts} for every change, written in the change's own transaction.
 */
package dev.rapport.contacts.contact;
