package dev.rapport.engagement.format.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the address lists of headers (RFC 5322 section 3.4) as they are found: groups, comments, routes, names with commas that
 * nobody quoted, missing brackets. What has no {@code @} is no mailbox.
 */
final class Mailboxes {

    /** More recipients than any message to people has. */
    private static final int MOST = 2_000;

    private final String text;
    private final List<Mailbox> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle;
    private boolean isQuoteLeftOpen;
    private int nextClosing;
    private int at;

    private Mailboxes(String text) {
        this.text = text;
        this.nextClosing = text.indexOf('>');
    }

    /** The mailboxes of one field. */
    static List<Mailbox> of(String text) {
        var reader = new Mailboxes(text);
        reader.read();
        return reader.found;
    }

    /** The mailboxes of all these fields. */
    static List<Mailbox> of(List<String> fields) {
        return fields.stream().flatMap(it -> of(it).stream()).limit(MOST).toList();
    }

    private void read() {
        while (at < text.length() && found.size() < MOST) {
            char it = text.charAt(at);
            switch (it) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> {
                    at++;
                    finish();
                }
                case ':' -> colon();
                default -> {
                    words.append(it);
                    at++;
                }
            }
        }
        finish();
    }

    /** A quoted string; a quote that is never closed is a letter. */
    private void quoted() {
        int end = isQuoteLeftOpen ? -1 : closing('"');
        isQuoteLeftOpen = end < 0;
        if (end < 0) {
            at++;
            return;
        }
        boolean isLocalPart = end + 1 < text.length() && text.charAt(end + 1) == '@';
        var inner = unescaped(text.substring(at + 1, end));
        words.append(isLocalPart ? inner.replaceAll("[\\s<>,]", "") : inner.replace('@', '\u0001'));
        at = end + 1;
    }

    private int closing(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private void comment() {
        int depth = 0;
        int begin = at + 1;
        for (; at < text.length(); at++) {
            char it = text.charAt(at);
            if (it == '\\') {
                at++;
            } else if (it == '(') {
                depth++;
            } else if (it == ')' && --depth == 0) {
                break;
            }
        }
        if (comment.isEmpty()) {
            comment.append(unescaped(text.substring(begin, Math.min(at, text.length()))));
        }
        words.append(' ');
        at = Math.min(at + 1, text.length());
    }

    private void angle() {
        if (nextClosing >= 0 && nextClosing < at) {
            nextClosing = text.indexOf('>', at);
        }
        int end = nextClosing;
        int again = text.indexOf('<', at + 1);
        if (angle != null && !words.toString().isBlank()) {
            finish();
        }
        if (end < 0 || (again >= 0 && again < end)) {
            end = at + 1;
            while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '<') {
                end++;
            }
            angle = text.substring(at + 1, end);
            at = end;
            return;
        }
        angle = text.substring(at + 1, end);
        at = end + 1;
    }

    /** The name of a group ends here; {@code mailto:} and the like are left out. */
    private void colon() {
        at++;
        if (angle == null) {
            words.setLength(0);
        }
    }

    private void finish() {
        if (angle == null && words.isEmpty() && comment.isEmpty()) {
            return;
        }
        var name = words.toString().strip();
        words.setLength(0);
        var address = angle;
        angle = null;
        if (address == null) {
            var bare = name.replaceAll("\\s*([.@])\\s*", "$1");
            int space = lastSpaceBefore(bare);
            address = bare.substring(space + 1).split("\\s", 2)[0];
            name = space < 0 ? comment.toString() : bare.substring(0, space);
        }
        comment.setLength(name.equals(comment.toString()) ? 0 : comment.length());
        add(name.isBlank() ? comment.toString() : name, address);
        comment.setLength(0);
    }

    private static int lastSpaceBefore(String bare) {
        int sign = bare.indexOf('@');
        return sign < 0 ? -1 : bare.lastIndexOf(' ', sign);
    }

    private void add(String name, String address) {
        var route = address.substring(address.startsWith("@") ? address.indexOf(':') + 1 : 0);
        var bare = route.replaceAll("\\([^()]*\\)|[\\s\"'<>\u0001]|^(?i:mailto:)", "");
        if (bare.indexOf('@') > 0 && !bare.endsWith("@")) {
            var clear = MailText.decoded(name).replace('\u0001', '@').strip();
            found.add(new Mailbox(clear.isEmpty() || clear.equalsIgnoreCase(bare) ? null : unquoted(clear), bare));
        }
    }

    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("'") && name.endsWith("'")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
