package dev.rapport.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.api.problem.ApiException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void shouldReadWhatItWrote(@ForAll double score, @ForAll @NumericChars @StringLength(max = 30) String id) {
        var text = Cursor.of("relevance:strongest", score, id).text();

        var read = Cursor.read("relevance:strongest", text, key -> key);

        assertThat(read).contains(List.of(Double.toString(score), id));
        assertThat(text).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void shouldStartAtTheBeginningWithoutACursor() {
        assertThat(Cursor.read("contacts:newest", null, List::size)).isEmpty();
        assertThat(Cursor.read("contacts:newest", "", List::size)).isEmpty();
    }

    @Test
    void shouldRefuseACursorOfAnotherList() {
        var other = Cursor.of("contacts:newest", "1").text();

        assertThatThrownBy(() -> Cursor.read("inbox:newest", other, List::size))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void shouldRefuseWhatIsNoCursor() {
        for (var text : List.of(
                "!",
                "AAAA",
                "contacts:newest",
                Cursor.of("contacts:newest", "x").text() + "x")) {
            assertThatThrownBy(() -> Cursor.read("contacts:newest", text, key -> Integer.parseInt(key.get(0))))
                    .isInstanceOf(ApiException.class);
        }
    }

    @Test
    void shouldShowANextPageOnlyWhenThereIsOne() {
        var rows = IntStream.range(0, 4).boxed().toList();

        var full = Page.of(rows, 3, row -> Cursor.of("list", row));
        var last = Page.of(rows, 4, row -> Cursor.of("list", row));

        assertThat(full.items()).containsExactly(0, 1, 2);
        assertThat(full.next()).isEqualTo(Cursor.of("list", 2).text());
        assertThat(last.items()).hasSize(4);
        assertThat(last.next()).isNull();
    }
}
