package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.ImportedRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the records of a batch refer to, which is there by now.
 *
 * @param circlesOfAll circles that everybody is put in
 * @param circles by the names that records call them
 * @param unchecked custom fields that only a dry run has, so that their values cannot be checked
 */
record Referred(Set<UUID> circlesOfAll, Map<String, UUID> circles, Set<String> unchecked) {

    /** Makes what is missing. Before anything is locked, as that happens in other transactions. */
    static Referred of(List<ImportedRecord> records, ImportSettings settings, Surroundings surroundings) {
        var names = new TreeSet<String>();
        var types = new HashMap<String, String>();
        for (var record : records) {
            names.addAll(record.circles());
            record.customFieldTypes().forEach(types::putIfAbsent);
        }
        var unchecked = surroundings.customFields(types);
        var circles = surroundings.circles(names);
        return new Referred(surroundings.existing(settings.circles()), circles, unchecked);
    }
}
