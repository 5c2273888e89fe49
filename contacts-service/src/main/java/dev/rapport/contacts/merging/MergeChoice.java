package dev.rapport.contacts.merging;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem.Violation;
import dev.rapport.contacts.contact.ContactDetails;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether a merge makes sense by itself. */
final class MergeChoice {

    private static final Set<String> FIELDS = Arrays.stream(ContactDetails.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    private MergeChoice() {}

    /** 400 naming every fault: a contact merged into itself, a choice of no field, or of nobody who takes part. */
    static void check(UUID survivor, MergeRequest request) {
        var faults = new ArrayList<Violation>();
        if (request.contacts().contains(survivor)) {
            faults.add(new Violation("contacts", "must be other contacts than the one they are merged into"));
        }
        request.choose().forEach((field, chosen) -> {
            if (!FIELDS.contains(field)) {
                faults.add(new Violation("choose." + field, "must be a field of contacts: one of " + FIELDS));
            } else if (!chosen.equals(survivor) && !request.contacts().contains(chosen)) {
                faults.add(
                        new Violation("choose." + field, "must be the id of a contact that takes part in the merge"));
            }
        });
        request.versions().keySet().stream()
                .filter(id -> !request.contacts().contains(id))
                .forEach(id -> faults.add(new Violation("versions", "must be of contacts that are merged")));
        if (!faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
    }
}
