package dev.rapport.demo.network;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A network of 150 people over two years, in the layers and rhythms that the literature reports ({@link Layer},
 * {@link Rhythm}), with ties that drift, messages that nobody answered, pitches from strangers and changes of job. The
 * seed is fixed, and everything lies whole days before the local day of "now".
 */
public final class InventedNetwork implements Network.Source {

    static final int DAYS = 730;
    private static final long SEED = 150;
    private static final List<Integer> PITCH_DAYS = List.of(1, 3, 4, 9, 23);
    private static final List<Integer> NEW_JOBS = List.of(2, 8, 21, 77);

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String digest() {
        return "invented-network-1-" + SEED;
    }

    /** A step of an exchange at a second before (negative) the first second of today. */
    private record Step(String address, long second, Exchange what) {}

    @Override
    public Network endingAt(Instant now, ZoneId zone) {
        var random = new Random(SEED);
        var invented = new People(SEED);
        var people = new ArrayList<Person>();
        var steps = new ArrayList<Step>();
        for (Layer layer : Layer.values()) {
            for (int n = 0; n < layer.size(); n++) {
                Person person = reachable(invented.next(), people.size()).with(cadence(layer, n));
                people.add(person);
                steps.addAll(life(person, layer, n, random));
            }
        }
        PITCH_DAYS.forEach(days -> steps.add(pitch(days, random)));
        List<JobChange> changes = NEW_JOBS.stream()
                .map(index -> new JobChange(people.get(index).email(), invented.organization(), invented.title()))
                .toList();
        return new Network(people, inOrder(steps, now.atZone(zone).toLocalDate().atStartOfDay(), zone), changes);
    }

    /** Silence is shown by drift, so a silent tie has no cadence. */
    private static Person.Cadence cadence(Layer layer, int n) {
        return layer.silentDays(n) > 0 ? null : layer.cadenceOf(n);
    }

    /** Every third person has a telephone, with a number reserved for fiction (Ofcom, +44 7700 900000 to 900999). */
    private static Person reachable(Person person, int index) {
        if (index % 3 != 0) {
            return person;
        }
        return new Person(
                person.givenName(),
                person.familyName(),
                person.emails(),
                List.of("+447700900%03d".formatted(index)),
                person.handles(),
                person.organization(),
                person.title(),
                person.relationship(),
                person.interests(),
                person.cadence());
    }

    private static List<Step> life(Person person, Layer layer, int n, Random random) {
        var rhythm = new Rhythm(random);
        int unanswered = layer.unansweredDays(n);
        double end = -Math.max(layer.silentDays(n), unanswered) * Rhythm.DAY;
        var steps = new ArrayList<Step>();
        double first = -DAYS + random.nextDouble() * Math.min(DAYS, 2 * layer.meanGapDays());
        for (double day = first; day < 0; day += rhythm.gap(layer.meanGapDays())) {
            double begin = Math.floor(day) * Rhythm.DAY + rhythm.secondOfDay();
            for (Exchange step : Exchange.draw(random, rhythm)) {
                begin += Rhythm.sleepAt(begin + step.second());
                if (begin + step.second() < end) {
                    steps.add(new Step(address(person, step), (long) (begin + step.second()), step));
                }
            }
        }
        if (unanswered > 0) {
            var question = new Exchange(0, "email", Touch.INBOUND, "email", "Do you have a minute?");
            steps.add(new Step(person.email(), (long) end + rhythm.secondOfDay(), question));
        }
        return steps;
    }

    /** People are named by the address that the channel knows. */
    private static String address(Person person, Exchange step) {
        if (step.channel().equals("phone") && !person.phones().isEmpty()) {
            return person.phones().get(0);
        }
        return step.channel().equals("linkedin") ? person.handles().get(0) : person.email();
    }

    private static Step pitch(int daysAgo, Random random) {
        var offer = new Exchange(0, "pitch", Touch.INBOUND, "email", "Grow your pipeline by 300 percent");
        long second = -daysAgo * (long) Rhythm.DAY + new Rhythm(random).secondOfDay();
        return new Step("sales%d@outreach.example".formatted(daysAgo), second, offer);
    }

    private List<Touch> inOrder(List<Step> steps, LocalDateTime today, ZoneId zone) {
        List<Step> sorted = steps.stream()
                .sorted(Comparator.comparingLong(Step::second).thenComparing(Step::address))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(row -> touch(row + 1, sorted.get(row), today, zone))
                .toList();
    }

    private Touch touch(int row, Step step, LocalDateTime today, ZoneId zone) {
        Instant at = today.plusSeconds(step.second()).atZone(zone).toInstant();
        Exchange what = step.what();
        return new Touch(
                name(),
                Integer.toString(row),
                step.address(),
                what.kind(),
                what.direction(),
                at,
                what.channel(),
                what.subject());
    }
}
