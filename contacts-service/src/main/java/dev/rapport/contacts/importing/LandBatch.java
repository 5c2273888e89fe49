package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.format.ImportedRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Brings a batch of records in, in the transaction under way. */
@ApplicationScoped
class LandBatch {

    private final Landings landings;
    private final ReadRecords readRecords;
    private final ReadDetails readDetails;
    private final ImportLinks links;
    private final Clock clock;

    @Inject
    LandBatch(Landings landings, ReadRecords readRecords, ReadDetails readDetails, ImportLinks links, Clock clock) {
        this.landings = landings;
        this.readRecords = readRecords;
        this.readDetails = readDetails;
        this.links = links;
        this.clock = clock;
    }

    /** Brings the records in; returns what became of each, in their order. */
    List<Outcome> land(ContactImport job, List<ImportedRecord> records) {
        var landing = landings.of(job);
        var surroundings = landings.surroundings(job);
        var references = Referred.of(records, job.settings(), surroundings);
        var incoming =
                records.stream().map(it -> Incoming.of(it, job.settings())).toList();
        var sources = landing.sources(refs(incoming));
        var keys = ContactKeys.in(job.member().workspace());
        var party = new Party(landing, keys);
        party.meet(ids(incoming, sources));
        var place = new PlaceRecords(job, party, sources, it -> readDetails.read(it, references.unchecked()));
        var candidates = candidates(incoming, place, it -> readRecords.read(it, references, surroundings));
        party.meet(alike(candidates, landing, keys));
        var outcomes = candidates.stream().map(place::place).toList();
        landing.write(party.writes(clock.instant()), place.seen());
        links.add(job, place.links());
        return outcomes;
    }

    private static List<Candidate> candidates(
            List<Incoming> incoming, PlaceRecords place, Function<List<Incoming>, List<Candidate>> reader) {
        var unknown = incoming.stream().filter(it -> !place.isKnown(it)).toList();
        var read = reader.apply(unknown).iterator();
        return incoming.stream()
                .map(it -> place.isKnown(it) ? Candidate.known(it) : read.next())
                .toList();
    }

    private static List<UUID> alike(List<Candidate> candidates, Landing landing, ContactKeys keys) {
        var addresses = new TreeSet<String>();
        var names = new TreeSet<String>();
        candidates.stream().filter(Candidate::isUsable).map(Candidate::details).forEach(it -> {
            addresses.addAll(Pairs.addresses(keys, it));
            names.add(keys.name(it.name()));
        });
        return landing.alike(addresses, names);
    }

    private static TreeSet<String> refs(List<Incoming> incoming) {
        var refs = new TreeSet<String>();
        incoming.forEach(it -> refs.add(it.ref()));
        incoming.stream()
                .map(it -> it.record().introducedBy())
                .filter(it -> it != null)
                .forEach(it -> refs.add(Hashes.uidRef(it)));
        return refs;
    }

    private static HashSet<UUID> ids(List<Incoming> incoming, Map<String, Source> sources) {
        var ids = new HashSet<UUID>();
        sources.values().forEach(it -> ids.add(it.contactId()));
        incoming.stream()
                .flatMap(it -> Stream.of(it.record().uid(), it.record().introducedBy()))
                .forEach(uid -> Uids.id(uid).ifPresent(ids::add));
        return ids;
    }
}
