package dev.rapport.contacts.format;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would take for a formula have an apostrophe in front; so have those that already look as if they
 * had one, so that reading gives back exactly what was written.
 */
final class FormulaGuard {

    private static final Pattern DANGEROUS = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");

    private FormulaGuard() {}

    static String guarded(String cell) {
        return DANGEROUS.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String restored(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
