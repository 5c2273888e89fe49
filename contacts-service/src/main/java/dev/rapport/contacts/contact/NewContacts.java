package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A batch of contacts to add.
 *
 * @param items read one by one, so that a bad one spoils none of the others
 */
@Schema(name = "NewContacts")
record NewContacts(
        @NotNull
        @Size(min = 1, max = 1000, message = "must have 1 to 1000 items")
        @Schema(implementation = NewContact[].class)
        List<JsonNode> items) {}
