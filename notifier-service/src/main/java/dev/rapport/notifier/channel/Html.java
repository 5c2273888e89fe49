package dev.rapport.notifier.channel;

/** Text in HTML. */
public final class Html {

    private Html() {}

    /** The text as content or as the value of an attribute: nothing in it is markup. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
