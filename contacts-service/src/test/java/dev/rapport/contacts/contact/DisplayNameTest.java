package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayNameTest {

    @Test
    void shouldJoinGivenAndFamilyNameWhenBothAreThere() {
        assertThat(name("Jane", "Doe", "Acme", List.of("jane@acme.org"))).contains("Jane Doe");
    }

    @Test
    void shouldUseTheOneNameWhenTheOtherIsAbsentOrBlank() {
        assertThat(name(null, "Doe", "Acme", List.of())).contains("Doe");
        assertThat(name("Jane", "  ", "Acme", List.of())).contains("Jane");
    }

    @Test
    void shouldFallBackToTheOrganizationWhenThereIsNoName() {
        assertThat(name(null, null, "Acme", List.of("info@acme.org"))).contains("Acme");
    }

    @Test
    void shouldFallBackToTheFirstAddressWhenThereIsNothingElse() {
        assertThat(name(null, null, null, List.of("+4930123456", "x:jane"))).contains("+4930123456");
    }

    @Test
    void shouldBeEmptyWhenNothingIsKnown() {
        assertThat(name(null, " ", null, List.of())).isEmpty();
    }

    @Test
    void shouldPreferWhatTheOwnerChose() {
        var chosen = DetailsJson.read("{\"displayName\": \"JD\", \"givenName\": \"Jane\"}", ContactDetails.class);

        assertThat(DisplayName.of(chosen)).contains("JD");
    }

    private static Optional<String> name(String given, String family, String organization, List<String> addresses) {
        var known = DetailsJson.tree(Map.of("handles", addresses));
        known.put("givenName", given).put("familyName", family).put("organization", organization);
        return DisplayName.of(DetailsJson.read(known, ContactDetails.class));
    }
}
