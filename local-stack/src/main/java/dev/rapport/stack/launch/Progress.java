package dev.rapport.stack.launch;

import java.io.PrintStream;

/** One line that is written over while something takes its time; without a terminal, a line for every change. */
final class Progress {

    private final PrintStream out;
    private final boolean terminal;
    private String shown = "";

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a state; the seconds since the start are told only on a terminal, for they change all the time. */
    void show(String state, long seconds) {
        if (terminal) {
            out.print("\r\u001B[K" + state + "  " + seconds + " s");
            out.flush();
        } else if (!state.equals(shown)) {
            out.println(state);
        }
        shown = state;
    }

    /** Ends the line. */
    void end() {
        if (terminal && !shown.isEmpty()) {
            out.println();
        }
        shown = "";
    }
}
