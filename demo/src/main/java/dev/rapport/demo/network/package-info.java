/**
 * Enters: a real {@code src,dst,unix_ts} file, or a fixed seed. Leaves: a {@link dev.rapport.demo.network.Network} of
 * people and touches in order of time, ready to be posted. Pure: no network access, and time is an argument.
 */
package dev.rapport.demo.network;
