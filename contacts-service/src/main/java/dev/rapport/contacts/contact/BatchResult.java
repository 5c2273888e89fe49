package dev.rapport.contacts.contact;

import dev.rapport.api.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch.
 *
 * @param accepted how many items took effect
 * @param rejected how many did not
 * @param results one per item, in the order of the items
 */
@Schema(name = "ContactBatchResult")
public record BatchResult(int accepted, int rejected, List<Item> results) {

    /** The results of all items. */
    public static BatchResult of(List<Item> results) {
        int accepted =
                (int) results.stream().filter(item -> item.problem() == null).count();
        return new BatchResult(accepted, results.size() - accepted, List.copyOf(results));
    }

    /**
     * What became of one item.
     *
     * @param index its place in the batch, from 0
     * @param status what a request with this item alone would have answered
     * @param id of the contact
     * @param version of the contact now; absent when it is deleted
     * @param problem why nothing was done
     */
    @Schema(name = "ContactBatchItem")
    public record Item(int index, int status, UUID id, Long version, Problem problem) {

        /** The contact was added. */
        public static Item added(int index, Contact contact) {
            return new Item(index, 201, contact.id(), contact.version(), null);
        }

        /** The contact is as the item says. */
        public static Item changed(int index, Contact contact) {
            return new Item(index, 200, contact.id(), contact.version(), null);
        }

        /** The contact is in the bin. */
        public static Item deleted(int index, UUID id) {
            return new Item(index, 204, id, null, null);
        }

        /** Nothing was done. */
        public static Item rejected(int index, UUID id, Problem problem) {
            return new Item(index, problem.status(), id, null, problem);
        }
    }
}
