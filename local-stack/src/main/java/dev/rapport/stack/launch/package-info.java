/**
 * What stands behind the command {@code ./rapport}: starts, watches and stops the stack and the services as background
 * processes. In: a command, the environment, the data folder. Out: processes, their pid files and logs, and lines for
 * a person; every failure is one clear line and an exit code other than 0.
 */
package dev.rapport.stack.launch;
