package dev.rapport.engagement.format;

/** One record of a file: what it says, why it is left out on purpose, or what is wrong with it. */
public sealed interface FileRecord {

    /** Where it begins: the line in a file of lines, the ordinal of the message in a mailbox; from 1. */
    long line();

    /** An interaction. */
    record Found(long line, FoundInteraction interaction) implements FileRecord {}

    /**
     * A record that is sound but says nothing of a tie between the member and a person.
     *
     * @param detail what shows it, for people; without personal data
     */
    record Ignored(long line, IgnoredReason reason, String detail) implements FileRecord {}

    /**
     * A record that cannot be used.
     *
     * @param field the field at fault, as the file or the API names it; the format's name when it is the record as a whole
     * @param reason what is wrong and how to mend it
     */
    record Faulty(long line, String field, String reason) implements FileRecord {}
}
