package dev.rapport.contacts.format;

/** Whether the text of a record so far ends within a quoted cell. */
final class CsvQuotes {

    private final char delimiter;
    private boolean isOpen;

    CsvQuotes(char delimiter) {
        this.delimiter = delimiter;
    }

    boolean isOpen() {
        return isOpen;
    }

    /**
     * Goes on with the next line. False if it cannot belong to the record: it closes a quote of an earlier line in the middle
     * of a cell, so that quote was none.
     */
    boolean add(String line) {
        boolean isOfEarlierLine = isOpen;
        boolean isCellStart = !isOpen;
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (isOpen) {
                if (it == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (it == '"') {
                    isOpen = false;
                    if (isOfEarlierLine && !isCellEnd(line, i + 1)) {
                        return false;
                    }
                    isOfEarlierLine = false;
                }
                isCellStart = false;
            } else if (it == '"' && isCellStart) {
                isOpen = true;
            } else {
                isCellStart = it == delimiter;
            }
        }
        return true;
    }

    private boolean isCellEnd(String line, int index) {
        int next = index;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        return next == line.length() || line.charAt(next) == delimiter;
    }
}
