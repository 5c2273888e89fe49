package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.format.Fault;
import dev.rapport.imports.Finishing;
import dev.rapport.imports.ImportProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** The end of an import: introducers who came later in the file than those whom they introduced. */
@ApplicationScoped
class LinkIntroducers {

    private static final String FIELD = "introducedBy";

    private final Landings landings;
    private final ImportLinks links;
    private final Clock clock;

    @Inject
    LinkIntroducers(Landings landings, ImportLinks links, Clock clock) {
        this.landings = landings;
        this.links = links;
        this.clock = clock;
    }

    /** Links a batch, in the transaction under way. */
    Finishing link(ContactImport job, int limit) {
        var batch = links.next(job, limit);
        if (batch.isEmpty()) {
            return Finishing.NOTHING_LEFT;
        }
        var landing = landings.of(job);
        var sources = landing.sources(refs(batch));
        var party = new Party(landing, ContactKeys.in(job.member().workspace()));
        party.meet(ids(batch, sources));
        var problems = new ArrayList<ImportProblem>();
        for (var link : batch) {
            var introducer = introducer(link, sources, party);
            if (introducer.isEmpty()) {
                var fault = new Fault(link.line(), FIELD, "nobody of this uid is in the file or among the contacts");
                problems.add(Outcome.problem(fault, false));
            } else {
                link(link, introducer.get(), job, party);
            }
        }
        landing.write(party.writes(clock.instant()), List.of());
        links.removeUpTo(job, batch.get(batch.size() - 1));
        return new Finishing(batch.size() < limit, problems);
    }

    private static void link(PlaceRecords.Link link, UUID introducer, ContactImport job, Party party) {
        party.find(link.contactId())
                .filter(it -> !party.isDeleted(it) && !it.equals(introducer))
                .ifPresent(id -> {
                    var details = party.details(id);
                    boolean isOpen =
                            details.introducedBy() == null || job.settings().existing() == Existing.OVERWRITE;
                    if (isOpen) {
                        var tree = DetailsJson.tree(details).put(FIELD, introducer.toString());
                        party.become(id, DetailsJson.read(tree, ContactDetails.class));
                    }
                });
    }

    private static Optional<UUID> introducer(PlaceRecords.Link link, Map<String, Source> sources, Party party) {
        return Optional.ofNullable(sources.get(Hashes.uidRef(link.introducer())))
                .flatMap(it -> party.find(it.contactId()))
                .or(() -> Uids.id(link.introducer()).flatMap(party::find))
                .filter(it -> !party.isDeleted(it));
    }

    private static TreeSet<String> refs(List<PlaceRecords.Link> batch) {
        var refs = new TreeSet<String>();
        batch.forEach(it -> refs.add(Hashes.uidRef(it.introducer())));
        return refs;
    }

    private static HashSet<UUID> ids(List<PlaceRecords.Link> batch, Map<String, Source> sources) {
        var ids = new HashSet<UUID>();
        batch.forEach(it -> {
            ids.add(it.contactId());
            Uids.id(it.introducer()).ifPresent(ids::add);
        });
        sources.values().forEach(it -> ids.add(it.contactId()));
        return ids;
    }
}
