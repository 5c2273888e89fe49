package dev.rapport.demo.importing;

import java.io.PrintStream;

/** Shows how far long work is: one moving line on a terminal, a plain line at every quarter elsewhere. */
public final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private int shownQuarter;

    /** Writes to {@code out}; {@code terminal} tells whether a line can be overwritten. */
    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A finished remark on a line of its own. */
    public void say(String line) {
        out.println(line);
    }

    /** Begins a new piece of work. */
    void begin() {
        shownQuarter = 0;
    }

    /** {@code done} of {@code total} is done; the last call of a piece of work has both equal. */
    void show(String what, long done, long total) {
        long reached = Math.min(done, total);
        int quarter = total == 0 ? 4 : (int) (4 * reached / total);
        if (terminal) {
            out.print("\r" + line(what, reached, total));
            out.print(quarter == 4 && shownQuarter < 4 ? System.lineSeparator() : "");
            out.flush();
        } else if (quarter > shownQuarter) {
            out.println(line(what, reached, total));
        }
        shownQuarter = Math.max(quarter, shownQuarter);
    }

    static String line(String what, long done, long total) {
        int filled = total == 0 ? WIDTH : (int) (WIDTH * done / total);
        return "  %-28s [%s%s] %,d of %,d".formatted(what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
    }
}
