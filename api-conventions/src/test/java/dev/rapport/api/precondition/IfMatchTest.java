package dev.rapport.api.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.api.problem.ApiException;
import jakarta.ws.rs.core.EntityTag;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "\"2\", \"3\"", "\"2\",\"3\"", "W/\"3\", \"3\"", "*"})
    void shouldLetThroughWhatIsMeantForThisState(String header) {
        assertThatCode(() -> IfMatch.required(header).check(3)).doesNotThrowAnyException();
        assertThatCode(() -> IfMatch.optional(header).check(new EntityTag("3"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"2\", \"4\"", "\"3-1\"", "\"*\"", "\"\""})
    void shouldRefuseWhatIsMeantForAnother(String header) {
        refused(() -> IfMatch.required(header).check(3), 412);
        refused(() -> IfMatch.optional(header).check(new EntityTag("3")), 412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "\"3",
                "3\"",
                "\"3\" \"4\"",
                "\"3\",",
                ",\"3\"",
                "w/\"3\"",
                "*, \"3\"",
                "\"a b\"",
                "\"a\"b\""
            })
    void shouldRefuseWhatIsNoListOfTags(String header) {
        refused(() -> IfMatch.required(header), 400);
        refused(() -> IfMatch.optional(header), 400);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void shouldAskForTheHeaderWhereItIsRequiredAlone(String header) {
        refused(() -> IfMatch.required(header), 428);
        assertThatCode(() -> IfMatch.optional(header).check(3)).doesNotThrowAnyException();
    }

    @Test
    void shouldHeedTheVersionAloneWhereTheRestDoesNotMatter() {
        assertThatCode(() -> IfMatch.required("\"3-1f\"").versions().check(3)).doesNotThrowAnyException();
        assertThatCode(() -> IfMatch.required("\"3\"").versions().check(3)).doesNotThrowAnyException();
        assertThatCode(() -> IfMatch.required("*").versions().check(3)).doesNotThrowAnyException();
        refused(() -> IfMatch.required("W/\"3-1f\"").versions().check(3), 412);
        refused(() -> IfMatch.required("\"33-1f\"").versions().check(3), 412);
    }

    @Test
    void shouldCheckAVersionThatWasGivenElsewhere() {
        assertThatCode(() -> IfMatch.version(3).check(3)).doesNotThrowAnyException();
        refused(() -> IfMatch.version(2).check(3), 412);
    }

    private static void refused(ThrowingCallable call, int status) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, it -> assertThat(
                        it.problem().status())
                .isEqualTo(status));
    }
}
