package dev.rapport.contacts.contact;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem;
import dev.rapport.api.problem.ProblemType;
import java.util.UUID;

/** 409: a contact of the workspace has one of the addresses already. */
final class AddressTaken extends ApiException {

    private static final long serialVersionUID = 1L;

    private final UUID contact;

    AddressTaken(UUID contact) {
        super(Problem.of(ProblemType.CONFLICT, "The contact " + contact + " has one of these addresses already."));
        this.contact = contact;
    }

    /** The contact that has it. */
    UUID contact() {
        return contact;
    }
}
