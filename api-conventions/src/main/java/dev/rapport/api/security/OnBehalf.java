package dev.rapport.api.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Runs background work for a member, with what the member may see: as if the member had asked for it. */
@ApplicationScoped
public class OnBehalf {

    private final CurrentMember current;

    @Inject
    OnBehalf(CurrentMember current) {
        this.current = current;
    }

    /** Runs the work; call it from a thread of the background, never from within a request. */
    @ActivateRequestContext
    public <T> T of(Member member, Supplier<T> work) {
        current.act(member);
        try {
            return work.get();
        } finally {
            current.act(null);
        }
    }
}
