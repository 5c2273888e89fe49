package dev.rapport.contacts.erasure;

import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.contacts.contact.ContactErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Erases the one contact that a member asks to have forgotten. */
@ApplicationScoped
class EraseOnRequest implements ContactErasure {

    private final EraseContacts erase;
    private final Erasures erasures;

    @Inject
    EraseOnRequest(EraseContacts erase, Erasures erasures) {
        this.erase = erase;
        this.erasures = erasures;
    }

    @Override
    public Started erase(UUID id, IfMatch expected) {
        var erasure = erase.erase(List.of(id), contact -> {
                    expected.check(contact.version());
                    return true;
                })
                .orElseThrow(() -> ApiException.notFound("contact"));
        return new Started(erasure.id(), erasures.require(erasure.id()));
    }
}
