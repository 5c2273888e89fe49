package dev.rapport.engagement.format.table;

/** A field of a record that cannot be used; ends the reading of that record, not of the file. */
final class FaultyField extends Exception {

    private static final long serialVersionUID = 1L;
    private final String field;

    FaultyField(String field, String reason) {
        super(reason);
        this.field = field;
    }

    String field() {
        return field;
    }
}
