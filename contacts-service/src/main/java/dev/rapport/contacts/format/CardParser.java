package dev.rapport.contacts.format;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import dev.rapport.contacts.format.VCardLines.ContentLine;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the content lines of one card apart. */
final class CardParser extends VObjectDataAdapter {

    private static final Pattern CHARSET = Pattern.compile("^[^:]*;CHARSET=\"?([A-Z0-9_.:-]+?)\"?[;:]");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final SourceLines source;
    private final List<CardProperty> properties = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private List<ContentLine> lines;

    CardParser(SourceLines source) {
        this.source = source;
    }

    /** The properties of a card, in their order. */
    List<CardProperty> parse(List<ContentLine> card) throws IOException {
        this.lines = card;
        var text = new StringBuilder("BEGIN:VCARD\n");
        for (var line : card) {
            text.append(text(line).replace('\n', ' ').replace('\r', ' ').strip())
                    .append('\n');
        }
        try (var reader =
                new VObjectReader(new StringReader(text.append("END:VCARD\n").toString()), SyntaxRules.vcard())) {
            reader.setDefaultQuotedPrintableCharset(StandardCharsets.ISO_8859_1);
            reader.parse(this);
        }
        return properties;
    }

    /** Lines that are no properties. */
    List<Fault> faults() {
        return faults;
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        if (context.getParentComponents().equals(List.of("VCARD"))) {
            properties.add(CardProperty.of(number(context), property, value(property)));
        }
    }

    @Override
    public void onWarning(Warning warning, VObjectProperty property, Exception cause, Context context) {
        if (warning == Warning.MALFORMED_LINE && !context.getUnfoldedLine().isBlank()) {
            faults.add(new Fault(number(context), "vcard", "the line is no property: it has no colon"));
        }
    }

    /** Quoted-printable bytes without a charset of their own come as one character each. */
    private static String value(VObjectProperty property) {
        var value = property.getValue();
        boolean areBytes = property.getParameters().isQuotedPrintable()
                && property.getParameters().first("CHARSET") == null
                && value.chars().allMatch(it -> it < 256);
        return areBytes ? SourceLines.text(value.getBytes(StandardCharsets.ISO_8859_1), WINDOWS_1252) : value;
    }

    /** The parser's lines are the content lines, after BEGIN. */
    private long number(Context context) {
        int index = Math.min(context.getLineNumber() - 2, lines.size() - 1);
        return index < 0 ? 0 : lines.get(index).number();
    }

    private String text(ContentLine line) {
        var declared = CHARSET.matcher(line.head());
        if (declared.find()) {
            try {
                return SourceLines.text(line.bytes(), Charset.forName(declared.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return source.text(line.bytes());
            }
        }
        return source.text(line.bytes());
    }
}
