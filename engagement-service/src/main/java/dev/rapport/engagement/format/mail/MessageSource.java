package dev.rapport.engagement.format.mail;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Messages one after the other. */
interface MessageSource extends Closeable {

    /** Goes to the next message, wherever the reading of this one stopped; false when there is none. */
    boolean nextMessage() throws IOException;

    /** The line that a mailbox puts before the message. */
    Envelope envelope();

    /** The bytes of the message. */
    InputStream message();
}
