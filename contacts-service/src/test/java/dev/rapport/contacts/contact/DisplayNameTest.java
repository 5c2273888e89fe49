package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayNameTest {

    @Test
    void shouldJoinGivenAndFamilyNameWhenBothAreThere() {
        assertThat(DisplayName.derive("Jane", "Doe", "Acme", List.of("jane@acme.org")))
                .contains("Jane Doe");
    }

    @Test
    void shouldUseTheOneNameWhenTheOtherIsAbsentOrBlank() {
        assertThat(DisplayName.derive(null, "Doe", "Acme", List.of())).contains("Doe");
        assertThat(DisplayName.derive("Jane", "  ", "Acme", List.of())).contains("Jane");
    }

    @Test
    void shouldFallBackToTheOrganizationWhenThereIsNoName() {
        assertThat(DisplayName.derive(null, null, "Acme", List.of("info@acme.org")))
                .contains("Acme");
    }

    @Test
    void shouldFallBackToTheFirstAddressWhenThereIsNothingElse() {
        assertThat(DisplayName.derive(null, null, null, List.of("+4930123456", "x:jane")))
                .contains("+4930123456");
    }

    @Test
    void shouldBeEmptyWhenNothingIsKnown() {
        assertThat(DisplayName.derive(null, " ", null, List.of())).isEmpty();
    }
}
