package dev.rapport.notifier.drafting;

import static dev.rapport.notifier.drafting.Placeholder.FIRST_NAME;
import static dev.rapport.notifier.drafting.Placeholder.NAME;
import static dev.rapport.notifier.drafting.Placeholder.OCCASION;
import static dev.rapport.notifier.drafting.Placeholder.ORGANIZATION;
import static dev.rapport.notifier.drafting.Placeholder.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.Language;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Map<Placeholder, String> ANNA = Map.of(FIRST_NAME, "Anna", TITLE, "CEO");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi {{firstName}}!                      | Hi Anna!
            Hi {{ firstName }}!                    | Hi Anna!
            Hi[ {{name}}], how are you?            | Hi, how are you?
            Hi[ {{firstName}}], how are you?       | Hi Anna, how are you?
            Hi[ {{firstName}} of {{organization}}] | Hi
            Hi [sic] {{firstName}}                 | Hi [sic] Anna
            Hi {{name}}{{firstName}}               | Hi Anna
            """)
    void shouldFillInWhatIsKnownAndLeaveOutTheRest(String text, String line) {
        assertThat(new Template(text).with(ANNA)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi {{nick}}       | {{nick}}
            Hi {{first name}} | {{first name}}
            Hi {{}}           | {{}}
            Hi {{firstName    | not closed
            Hi firstName}}    | not opened
            Hi {{firstName}   | not closed
            """)
    void shouldNameWhatIsWrong(String text, String named) {
        assertThat(new Template(text).fault())
                .hasValueSatisfying(it -> assertThat(it).contains(named));
    }

    @Property
    void shouldNeverReadWhatPeopleTypedAsATemplate(@ForAll String name) {
        var shown = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();

        assertThat(new Template("<{{name}}>[{{title}}]").with(Map.of(NAME, name)))
                .isEqualTo("<" + shown + ">");
        assertThat(new Template("<[({{name}})]>").with(Map.of(NAME, name)))
                .isEqualTo(shown.isEmpty() ? "<>" : "<(" + shown + ")>");
    }

    @Test
    void shouldHaveALineOfEveryKindInEveryLanguageWhateverIsKnown() {
        var all = Map.of(
                FIRST_NAME, "Anna", NAME, "Anna Berg", TITLE, "CEO", ORGANIZATION, "Acme", OCCASION, "your new job");
        for (var kind : ReminderKind.values()) {
            for (var language : Language.values()) {
                var template = StandardTemplates.of(kind, language);

                assertThat(template.fault()).isEmpty();
                assertThat(template.with(all)).contains("Anna").doesNotContain("{", "}", "[", "]", "  ");
                assertThat(template.with(Map.of())).isNotBlank().doesNotContain("{", "}", "[", "]", "  ", " ,", " !");
            }
        }
    }
}
