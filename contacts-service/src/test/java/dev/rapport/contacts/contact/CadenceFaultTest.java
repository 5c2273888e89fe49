package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceFaultTest {

    @ParameterizedTest
    @CsvSource({"P30D,P45D", "P1M,P1M", "P30D,P1M", "P2W,P3W", "P10Y,P10Y", "P1D,", "P1M,P31D"})
    void shouldFindNoFaultWhenTheLongestGapIsNotShorter(Period ideal, Period longest) {
        assertThat(CadenceFault.of(new OwnCadence(ideal, longest, List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P45D,P30D", "P1M,P30D", "P1Y,P11M"})
    void shouldNameTheLongestGapWhenItIsShorterThanTheIdealOne(Period ideal, Period longest) {
        assertThat(CadenceFault.of(new OwnCadence(ideal, longest, List.of())))
                .contains(new CadenceFault("longest", "must not be shorter than ideal"));
    }

    @ParameterizedTest
    @CsvSource({"P0D", "P-1D", "P1M-1D", "P10Y1D", "P2147483647Y"})
    void shouldNameTheFieldWhenAGapIsNotOneDayToTenYears(Period gap) {
        assertThat(CadenceFault.of(new OwnCadence(gap, null, List.of())))
                .map(CadenceFault::field)
                .contains("ideal");
        assertThat(CadenceFault.of(new OwnCadence(Period.ofDays(1), gap, List.of())))
                .map(CadenceFault::field)
                .contains("longest");
    }

    @Test
    void shouldAskForTheIdealGapWhenItIsMissing() {
        assertThat(CadenceFault.of(new OwnCadence(null, Period.ofDays(9), List.of())))
                .contains(new CadenceFault("ideal", "is required"));
    }

    @Property
    void shouldAcceptDaysExactlyWhenTheyAreInOrder(
            @ForAll @IntRange(min = 1, max = 3650) int ideal, @ForAll @IntRange(min = 1, max = 3650) int longest) {
        var cadence = new OwnCadence(Period.ofDays(ideal), Period.ofDays(longest), List.of());

        assertThat(CadenceFault.of(cadence).isEmpty()).isEqualTo(ideal <= longest);
    }
}
