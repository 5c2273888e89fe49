package dev.rapport.engagement.importing;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Violations;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.engagement.interaction.NewInteraction;
import dev.rapport.imports.ImportJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Clock;

/** Reads what a file tells as strictly as what a request tells. */
@ApplicationScoped
class ReadFound {

    private final Validator validator;
    private final Clock clock;

    @Inject
    ReadFound(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** The interaction, to be recorded; 400 naming the fields when it is none. */
    Interaction read(FoundInteraction found, ImportJob job) {
        var request = request(found);
        var violations = Violations.of(validator.validate(request));
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
        return Interaction.of(request, job.member().workspace(), clock.instant());
    }

    private static NewInteraction request(FoundInteraction found) {
        boolean isOne = found.parties().size() == 1;
        var only = found.parties().get(0);
        var all = found.parties().stream()
                .map(it -> new NewInteraction.Participant(it.contactId(), it.address()))
                .toList();
        return new NewInteraction(
                isOne ? only.contactId() : null,
                isOne ? only.address() : null,
                isOne ? null : all,
                found.kind(),
                found.direction(),
                found.occurredAt(),
                found.durationSeconds(),
                found.channel(),
                found.subject(),
                found.excerpt(),
                found.source(),
                found.externalId());
    }
}
