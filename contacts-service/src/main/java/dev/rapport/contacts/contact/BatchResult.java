package dev.rapport.contacts.contact;

import dev.rapport.api.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch.
 *
 * @param accepted how many items were added
 * @param rejected how many were not
 * @param results one per item, in the order of the items
 */
@Schema(name = "ContactBatchResult")
record BatchResult(int accepted, int rejected, List<Item> results) {

    static BatchResult of(List<Item> results) {
        int accepted =
                (int) results.stream().filter(item -> item.problem() == null).count();
        return new BatchResult(accepted, results.size() - accepted, List.copyOf(results));
    }

    /**
     * What became of one item.
     *
     * @param index its place in the batch, from 0
     * @param status what a request with this item alone would have answered: 201 or 400
     * @param id of the contact that was added
     * @param problem why none was added
     */
    @Schema(name = "ContactBatchItem")
    record Item(int index, int status, UUID id, Problem problem) {

        static Item added(int index, UUID id) {
            return new Item(index, 201, id, null);
        }

        static Item rejected(int index, Problem problem) {
            return new Item(index, problem.status(), null, problem);
        }
    }
}
