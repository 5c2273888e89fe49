package dev.rapport.engagement.format.mail;

import dev.rapport.engagement.format.Excerpt;
import dev.rapport.engagement.format.FoundInteraction;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The words of a message that its writer wrote: without what is quoted, forwarded or signed. */
final class OwnWords {

    /** "On Monday, Ann wrote:" in the languages of many mail programs; the quote follows. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            ".{0,300}\\b(wrote|writes|a écrit|schrieb|escribió|ha scritto|schreef|escreveu|skrev|kirjoitti|napisał\\(?a?\\)?|написал\\(?а?\\)?)\\b.{0,100}:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** From here on the message is another one's. */
    private static final Pattern OTHERS_MESSAGE = Pattern.compile(
            "-{2,}\\s*(Original Message|Originalnachricht|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Forwarded message|Weitergeleitete Nachricht)\\s*-{2,}|_{20,}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SIGNATURE = Pattern.compile("-- ?");
    private static final String QUOTES =
            "blockquote, .gmail_quote, .gmail_signature, .moz-signature, .moz-cite-prefix, #divRplyFwdMsg, style, script, head, title";
    private static final int LONGEST_LINE = 2_000;

    private OwnWords() {}

    /** The beginning of a plain text; null when nothing of it is the writer's own. */
    static String ofPlain(String text) {
        var own = new StringBuilder();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size() && own.length() < 4 * FoundInteraction.LONGEST_EXCERPT; i++) {
            var line = Excerpt.cut(lines.get(i), LONGEST_LINE);
            var bare = line.strip();
            if (SIGNATURE.matcher(line).matches()
                    || OTHERS_MESSAGE.matcher(bare).matches()) {
                break;
            }
            if (!isIntroduction(lines, i, bare) && !bare.startsWith(">")) {
                own.append(line).append('\n');
            }
        }
        return Excerpt.line(own.toString(), FoundInteraction.LONGEST_EXCERPT);
    }

    /** The beginning of a page of HTML; null when nothing of it is the writer's own. */
    static String ofHtml(String html) {
        var page = Jsoup.parse(html);
        page.select(QUOTES).remove();
        return ofPlain(page.wholeText());
    }

    /** The line before a quote, also when it is broken in two. */
    private static boolean isIntroduction(List<String> lines, int at, String bare) {
        if (bare.isEmpty()) {
            return false;
        }
        boolean isWhole = INTRODUCTION.matcher(Excerpt.cut(bare, 400)).matches();
        int quote = at + 1;
        if (!isWhole && quote < lines.size()) {
            var both = bare + " " + lines.get(quote).strip();
            isWhole = bare.length() > 10
                    && both.length() < 400
                    && INTRODUCTION.matcher(both).matches();
        }
        while (quote < lines.size()
                && quote < at + 4
                && !lines.get(quote).strip().startsWith(">")) {
            quote++;
        }
        return isWhole && quote < lines.size() && lines.get(quote).strip().startsWith(">");
    }
}
