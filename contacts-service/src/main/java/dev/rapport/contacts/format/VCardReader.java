package dev.rapport.contacts.format;

import dev.rapport.contacts.format.VCardSplitter.Card;
import dev.rapport.contacts.format.VCardSplitter.Ending;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads vCards of all versions, mixed in one file if need be. */
final class VCardReader implements ContactFileReader {

    private final SourceLines source;
    private final ReadSettings settings;
    private final VCardSplitter cards;

    VCardReader(SourceLines source, ReadSettings settings) throws IOException {
        this.source = source;
        this.settings = settings;
        this.cards = new VCardSplitter(new VCardLines(source));
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        var card = cards.next();
        return card == null ? Optional.empty() : Optional.of(record(card));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private ImportedRecord record(Card card) throws IOException {
        return switch (card.ending()) {
            case NO_CARD -> ImportedRecord.unusable(card.line(), "vcard", "the text is not within a vCard");
            case TOO_LARGE -> ImportedRecord.unusable(card.line(), "vcard", "the card is larger than 4 MiB");
            case END, NEXT_BEGIN, END_OF_FILE -> read(card);
        };
    }

    private ImportedRecord read(Card card) throws IOException {
        var parser = new CardParser(source);
        var whole = card.lines().stream()
                .filter(line -> line.isWhole() || card.ending() != Ending.END_OF_FILE)
                .toList();
        var properties = parser.parse(whole);
        var draft = new Draft(card.line(), settings);
        parser.faults().forEach(fault -> draft.fault(fault.line(), fault.field(), fault.message()));
        for (var line : whole) {
            if (line.isCut()) {
                draft.fault(line.number(), CardIntake.field(line.head()), "is too large");
            }
        }
        if (card.hasAgent()) {
            draft.fault(card.line(), "AGENT", "a card within a card is left out");
        }
        endingFault(card, draft);
        return CardIntake.isGroup(properties)
                ? group(card, properties)
                : new CardIntake(draft, settings, properties).record();
    }

    private static void endingFault(Card card, Draft draft) {
        if (card.ending() == Ending.NEXT_BEGIN) {
            draft.fault(card.line(), "vcard", "END:VCARD is missing");
        } else if (card.ending() == Ending.END_OF_FILE) {
            draft.fault(card.line(), "vcard", "END:VCARD is missing: the file may end before its time");
        }
    }

    /** Its members may stand anywhere in the file; who is in a circle is taken from the members' own categories. */
    private static ImportedRecord group(Card card, List<CardProperty> properties) {
        var name = properties.stream()
                .filter(it -> it.name().equals("FN"))
                .map(CardProperty::text)
                .findFirst()
                .orElse("");
        return ImportedRecord.unusable(
                card.line(),
                "KIND",
                "\"" + name + "\" is a group of contacts: circles come from the CATEGORIES of their members");
    }
}
