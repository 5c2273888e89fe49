package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the cells of a row say of the contact. */
final class CsvIntake {

    /** Labels of Google, which are translated where they are shown. */
    private static final Set<String> BUILT_IN = Set.of(
            "home", "work", "mobile", "main", "home fax", "work fax", "pager", "other", "anniversary", "home page");

    private static final int MOST_CIRCLES = 1_000;

    private final Draft draft;
    private final long line;
    private final Dates dates;

    /** What belongs together: the parts by field and slot. */
    private final Map<String, Map<String, Map<String, String>>> grouped = new LinkedHashMap<>();

    CsvIntake(Draft draft, long line, String region) {
        this.draft = draft;
        this.line = line;
        this.dates = new Dates(region);
    }

    void row(List<CsvColumn> columns, List<String> cells) {
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var cell = FormulaGuard.restored(cells.get(i));
            if (!cell.isBlank() && !columns.get(i).field().isEmpty()) {
                cell(columns.get(i), cell);
            }
        }
        new CsvGroups(draft, line, dates).read(grouped);
    }

    private void cell(CsvColumn column, String cell) {
        switch (column.field()) {
            case "emails", "phones", "handles", "websites", "pages" -> address(column, cell);
            case "interests" -> each(cell, it -> draft.person().interest(line, it));
            case "languages" -> each(cell, it -> draft.person().language(line, it));
            case "circles", "circleNames" -> circles(cell);
            case "notes" -> draft.notes(line, column.label() == null ? cell : column.label() + ": " + cell.strip());
            case "timeZone" -> draft.person().timeZone(line, cell);
            case "relationship" -> draft.person().relationship(line, cell);
            case "owner" -> draft.person().owner(line, cell);
            case "uid" -> draft.uid(line, cell);
            case "introducedBy" -> draft.introducedBy(line, cell);
            case "photo" -> photo(cell);
            case "displayNameOtherwise" -> group(new CsvColumn("displayNameOtherwise", "", "value"), cell);
            case "connectedOn" -> connected(cell);
            case "anniversaries" -> each(cell, this::anniversary);
            case "days" -> days(column, cell);
            case "birthday" -> birthday(column, cell);
            case "customFields" -> customField(column, cell);
            case "postalAddresses" -> postalAddress(column, cell);
            default -> other(column, cell);
        }
    }

    private void other(CsvColumn column, String cell) {
        if (Limits.texts().containsKey(column.field())) {
            draft.text(line, column.field(), cell);
        } else {
            group(column, cell);
        }
    }

    private void address(CsvColumn column, String cell) {
        if (column.part() != null) {
            group(column, cell);
        } else {
            new CsvGroups(draft, line, dates).address(column.field(), column.label(), cell);
        }
    }

    private void circles(String cell) {
        var names = cell.startsWith("[") || cell.contains(":::") ? CsvList.read(cell) : circleNames(cell);
        for (var name : names) {
            if (!CardPerson.isSystemCircle(name)) {
                draft.circle(line, name.startsWith("* ") ? name.substring(2) : name);
            }
        }
    }

    /** Outlook separates categories by semicolons. */
    private static List<String> circleNames(String cell) {
        return List.of(cell.split(";", MOST_CIRCLES));
    }

    private void photo(String cell) {
        if (cell.regionMatches(true, 0, "data:", 0, 5)) {
            PhotoBytes.decode(cell)
                    .ifPresentOrElse(
                            bytes -> draft.photo(line, bytes), () -> draft.fault(line, "photo", "is no Base64 text"));
        } else {
            draft.fault(line, "photo", "is a link: only photos within the file are taken");
        }
    }

    private void connected(String cell) {
        draft.parts().firstMeetingOn(line, cell, dates);
        if (dates.read(cell).isPresent()) {
            draft.parts().firstMeeting(line, "how", "LinkedIn");
        }
    }

    /** {@code wedding 2010-05-01} */
    private void anniversary(String text) {
        int space = text.lastIndexOf(' ');
        var label = space < 0 ? null : text.substring(0, space);
        draft.parts().anniversary(line, label, text.substring(space + 1), dates);
    }

    private void days(CsvColumn column, String cell) {
        if (column.part() != null) {
            group(column, cell);
        } else {
            draft.parts().anniversary(line, column.label(), cell, dates);
        }
    }

    private void birthday(CsvColumn column, String cell) {
        if (column.part() != null) {
            group(new CsvColumn("birthday", "", column.part()), cell);
        } else {
            draft.parts().birthday(line, cell, dates);
        }
    }

    private void postalAddress(CsvColumn column, String cell) {
        if (column.part() == null && column.slot() == null && cell.startsWith("[")) {
            group(new CsvColumn("api", "", "postalAddresses"), cell);
        } else {
            var part = column.part() == null ? "street" : column.part();
            group(new CsvColumn("postalAddresses", column.slot() == null ? "1" : column.slot(), part), cell);
        }
    }

    private void customField(CsvColumn column, String cell) {
        if (column.part() == null) {
            group(new CsvColumn("api", "", "customFields"), cell);
        } else {
            draft.customField(line, column.part(), TextNode.valueOf(cell.strip()), null);
        }
    }

    private void each(String cell, Consumer<String> reader) {
        CsvList.read(cell).forEach(reader);
    }

    /** Lines of one part, as of a street, are one text. */
    private void group(CsvColumn column, String cell) {
        var slot = column.slot() == null ? "" : column.slot();
        var part = column.part() == null ? "value" : column.part();
        grouped.computeIfAbsent(column.field(), it -> new LinkedHashMap<>())
                .computeIfAbsent(slot, it -> new LinkedHashMap<>())
                .merge(part, cell, (before, next) -> before + "\n" + next);
    }

    /** A label as it is shown, without the mark of the primary value. */
    static String label(String text) {
        if (text == null) {
            return null;
        }
        var bare = text.startsWith("* ") ? text.substring(2).strip() : text.strip();
        var lower = bare.toLowerCase(Locale.ROOT);
        return BUILT_IN.contains(lower) ? lower : bare;
    }

    /** A cell of JSON; nothing if it is none. */
    static JsonNode json(String cell) {
        try {
            return cell == null ? MissingNode.getInstance() : JsonText.read(cell);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(cell);
        }
    }
}
