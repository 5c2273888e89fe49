/**
 * A workspace as one file.
 * In: everything that this service keeps of the workspace; each feature adds its part.
 * Out: a ZIP of NDJSON files and photos, streamed, and a manifest that counts them.
 */
package dev.rapport.contacts.archive;
