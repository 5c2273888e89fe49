package dev.rapport.demo.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.demo.importing.Batches.Rejected;
import dev.rapport.demo.network.JobChange;
import dev.rapport.demo.network.Network;
import dev.rapport.demo.network.Person;
import dev.rapport.demo.network.Touch;
import dev.rapport.demo.rest.Answer;
import dev.rapport.demo.rest.RapportApi;
import dev.rapport.demo.rest.Service;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends a network to the services as a partner would: preferences, contacts, interactions, changes of job. Sending it
 * again changes nothing: contacts that are there by email are left alone, interactions carry source and externalId.
 */
public final class ImportNetwork {

    private static final int SHOWN_REJECTIONS = 10;
    private static final String EDITION_TIME = "07:30";

    private final RapportApi api;
    private final Progress progress;

    /** Imports through this API and tells how far it is. */
    public ImportNetwork(RapportApi api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Imports all of it.
     *
     * @param run the same for a repetition of the same import, another for any other
     * @return what landed, as the services tell it
     */
    public Receipt run(Network network, String run, String memberEmail, ZoneId zone) {
        preferences(memberEmail, zone);
        var batches = new Batches(api, progress, run);
        Map<String, String> contactIds = contacts(network.people(), batches);
        var landed = network.people().stream().filter(person -> contactIds.containsKey(person.email()));
        var addresses = Network.addressesOf(landed);
        var ids = new ArrayList<String>();
        var counting = new ArrayList<String>();
        List<Rejected> rejected = batches.send(
                Service.ENGAGEMENT, "/v1/interactions/batch", network.touches(), (Touch touch, JsonNode result) -> {
                    ids.add(result.path("id").asText());
                    if (addresses.contains(touch.address())) {
                        counting.add(touch.externalId());
                    }
                });
        report("interaction", rejected);
        network.jobChanges().forEach(change -> apply(change, contactIds));
        return new Receipt(
                contactIds.values().stream().findFirst().orElse(null),
                ids.isEmpty() ? null : ids.get(0),
                ids.isEmpty() ? null : ids.get(ids.size() - 1),
                counting.size());
    }

    /** Somebody who tries Rapport late at night wants to see it at work, and a mail of each kind of reminder. */
    private void preferences(String memberEmail, ZoneId zone) {
        var mailed = List.of("email");
        api.put(
                Service.NOTIFIER,
                "/v1/preferences",
                Map.of(
                        "timeZone",
                        zone.getId(),
                        "editionTime",
                        EDITION_TIME,
                        "quietHours",
                        Map.of("from", "00:00", "to", "00:00"),
                        "email",
                        memberEmail,
                        "emailEnabled",
                        true,
                        "channels",
                        Map.of(
                                "reply_owed",
                                mailed,
                                "drifting",
                                mailed,
                                "keep_in_touch",
                                mailed,
                                "congratulate",
                                mailed),
                        "replyTime",
                        "P1D",
                        "dailyCap",
                        7));
    }

    /** The contact ids by email, of those that were there and of those that were added. */
    private Map<String, String> contacts(List<Person> people, Batches batches) {
        var known = new HashMap<String, String>();
        for (JsonNode contact : api.items(Service.CONTACTS, "/v1/contacts")) {
            contact.path("emails")
                    .forEach(email ->
                            known.put(email.asText(), contact.path("id").asText()));
        }
        List<Person> missing = people.stream()
                .filter(person -> !known.containsKey(person.email()))
                .toList();
        List<Rejected> rejected = batches.send(
                Service.CONTACTS,
                "/v1/contacts/batch",
                missing,
                (Person person, JsonNode result) ->
                        known.put(person.email(), result.path("id").asText()));
        report("contact", rejected);
        return known;
    }

    private void apply(JobChange change, Map<String, String> contactIds) {
        String id = contactIds.get(change.email());
        if (id == null) {
            return;
        }
        Answer contact = api.get(Service.CONTACTS, "/v1/contacts/" + id);
        var position = Map.of("organization", change.organization(), "title", change.title());
        boolean thereAlready = position.entrySet().stream().allMatch(field -> field.getValue()
                .equals(contact.body().path(field.getKey()).asText()));
        if (contact.status() == 200 && !thereAlready) {
            api.patch(Service.CONTACTS, "/v1/contacts/" + id, position, contact.etag());
        }
    }

    private void report(String what, List<Rejected> rejected) {
        rejected.stream()
                .limit(SHOWN_REJECTIONS)
                .forEach(item -> progress.say("  %s %d was rejected: %s".formatted(what, item.item(), item.why())));
        if (rejected.size() > SHOWN_REJECTIONS) {
            progress.say("  ... and %,d more rejected.".formatted(rejected.size() - SHOWN_REJECTIONS));
        }
    }

    /**
     * What landed.
     *
     * @param contact the id of one contact of it, null when there is none
     * @param oldest the id of the oldest interaction of it, null when there is none
     * @param newest the id of the newest one
     * @param counting how many interactions belong to a contact, so that the ranking will count them
     */
    public record Receipt(String contact, String oldest, String newest, long counting) {}
}
