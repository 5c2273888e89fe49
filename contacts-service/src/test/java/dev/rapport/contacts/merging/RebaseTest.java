package dev.rapport.contacts.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.SomeDetails;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.UnitedDetails;
import dev.rapport.contacts.contact.UnitedDetails.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RebaseTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
    private static final UUID SURVIVOR = SomeDetails.id(1);
    private static final List<String> FIELDS =
            List.of("title", "emails", "notes", "interests", "displayName", "relationship");

    @Property(tries = 1000)
    void shouldRestoreTheSurvivorExactlyWhateverTheOrderOfUndoing(@ForAll Random random) {
        var original = SomeDetails.of(random);
        var present = original;
        var standing = new ArrayList<Merge>();
        for (int i = 0; i < 4; i++) {
            var merge = merge(i, present, random);
            standing.add(merge);
            present = merge.after();
        }

        while (!standing.isEmpty()) {
            int place = random.nextInt(standing.size());
            var outcome = Rebase.without(
                    standing.get(place), List.copyOf(standing.subList(place + 1, standing.size())), present);
            standing.subList(place, standing.size()).clear();
            standing.addAll(outcome.later());
            present = outcome.survivor();
            assertThat(present).isEqualTo(madeAgain(original, standing));
        }

        assertThat(present).isEqualTo(original);
    }

    @Property(tries = 500)
    void shouldKeepLaterEditsOfWhatTheMergeHadNotChanged(@ForAll Random random) {
        var original = SomeDetails.of(random);
        var merge = merge(0, original, random);
        var edited = edit(merge.after(), tree -> tree.put("department", "Sales").put("phoneticGivenName", "dzhein"));

        var undone = Rebase.without(merge, List.of(), edited).survivor();

        assertThat(undone).isEqualTo(edit(original, tree -> tree.put("department", "Sales")
                .put("phoneticGivenName", "dzhein")));
    }

    @Property(tries = 500)
    void shouldKeepItemsThatWereAddedLater(@ForAll Random random) {
        var original = SomeDetails.of(random);
        var merge = merge(0, original, random);
        var edited = edit(merge.after(), tree -> tree.withArray("emails").add("later@example.org"));

        var undone = Rebase.without(merge, List.of(), edited).survivor();

        assertThat(undone)
                .isEqualTo(edit(original, tree -> tree.withArray("emails").add("later@example.org")));
    }

    @Test
    void shouldTakeBackWhatTheMergeChangedThoughItWasEditedSince() {
        var original = details(Map.of("displayName", "Jane", "notes", "one"));
        var other = details(Map.of("displayName", "Jane", "title", "CTO", "notes", "two"));
        var merge = planned(0, List.of(new Part(SomeDetails.id(2), other)), Map.of())
                .replayed(original);
        var edited = edit(merge.after(), tree -> tree.put("title", "CEO").put("notes", "one\n\ntwo\n\nthree"));

        var undone = Rebase.without(merge, List.of(), edited).survivor();

        assertThat(undone.title()).isNull();
        assertThat(undone.notes()).isEqualTo("one\n\nthree");
    }

    @Test
    void shouldGoBackAsAWholeWhenNothingElseWouldTellWhoItIs() {
        var original = details(Map.of("emails", List.of("a@example.org")));
        var other = details(Map.of("givenName", "Jane"));
        var merge = planned(0, List.of(new Part(SomeDetails.id(2), other)), Map.of())
                .replayed(original);
        var edited = edit(merge.after(), tree -> tree.remove("emails"));

        assertThat(Rebase.without(merge, List.of(), edited).survivor()).isEqualTo(original);
    }

    /** What the standing merges make of the original, one after the other. */
    private static ContactDetails madeAgain(ContactDetails original, List<Merge> standing) {
        var present = original;
        for (var merge : standing) {
            present = merge.replayed(present).after();
        }
        return present;
    }

    private static Merge merge(int number, ContactDetails survivor, Random random) {
        var others = new ArrayList<Part>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            others.add(new Part(SomeDetails.id(10 * (number + 1) + i), SomeDetails.of(random)));
        }
        var choose = new HashMap<String, UUID>();
        FIELDS.stream()
                .filter(field -> random.nextInt(4) == 0)
                .forEach(field -> choose.put(
                        field, others.get(random.nextInt(others.size())).id()));
        return planned(number, others, choose).replayed(survivor);
    }

    private static Merge planned(int number, List<Part> others, Map<String, UUID> choose) {
        return new Merge(
                SomeDetails.id(100 + number), SURVIVOR, number + 2, "alex", AT, choose, null, null, others, null, null);
    }

    private static ContactDetails details(Map<String, ?> fields) {
        return UnitedDetails.normal(DetailsJson.tree(fields));
    }

    private static ContactDetails edit(ContactDetails details, Consumer<ObjectNode> edit) {
        var tree = DetailsJson.tree(details);
        edit.accept(tree);
        return UnitedDetails.normal(tree);
    }
}
