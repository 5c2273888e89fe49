/**
 * How a member wants to be reminded.
 * In: {@code PUT /v1/preferences}. Out: {@link dev.rapport.notifier.preference.Preferences}, and
 * {@link dev.rapport.notifier.preference.PreferencesChanged} within the transaction of the change.
 */
package dev.rapport.notifier.preference;
