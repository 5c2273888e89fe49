package dev.rapport.stack.launch;

/** Something that the person at the keyboard can mend; the message is the one line they are shown. */
final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaunchFailure(String message) {
        super(message);
    }
}
