package dev.rapport.imports;

/** Another run has taken the import over, or it is gone; what this one was about to write must not be. */
final class LostRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostRun(Run run) {
        super("the import " + run.job().id() + " is no longer run " + run.id() + "'s");
    }
}
