package dev.rapport.demo.network;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is imported: people, what passed between them and the member, and changes of job that happen at the end.
 *
 * @param people the contacts, strongest first where the input knows it
 * @param touches every interaction, oldest first
 * @param jobChanges patches of contacts, made after everything else
 */
public record Network(List<Person> people, List<Touch> touches, List<JobChange> jobChanges) {

    /** Copies its arguments. */
    public Network {
        people = List.copyOf(people);
        touches = List.copyOf(touches);
        jobChanges = List.copyOf(jobChanges);
    }

    /** Every address of these people: a touch with another address comes from a stranger. */
    public static Set<String> addressesOf(Stream<Person> people) {
        return people.flatMap(Person::addresses).collect(Collectors.toUnmodifiableSet());
    }

    /** Where a network comes from. */
    public interface Source {

        /** The {@code source} of every interaction: unique per input. */
        String name();

        /** Two inputs with one digest are one input. */
        String digest();

        /** The same network at every call, apart from its shift in time: it ends at {@code now}. */
        Network endingAt(Instant now, ZoneId zone);
    }
}
