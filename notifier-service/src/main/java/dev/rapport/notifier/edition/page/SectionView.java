package dev.rapport.notifier.edition.page;

import java.util.List;

/** A section as the templates show it. */
public record SectionView(String kind, String title, List<ItemView> items) {

    public SectionView {
        items = List.copyOf(items);
    }

    /** How many lines it has. */
    public int size() {
        return items.size();
    }
}
