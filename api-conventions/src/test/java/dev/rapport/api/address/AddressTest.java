package dev.rapport.api.address;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, EMAIL, ada@example.org",
        "' ada+news@example.org ', EMAIL, ada+news@example.org",
        "mailto:ada@example.org, EMAIL, ada@example.org",
        "jürgen@bücher.example, EMAIL, jürgen@xn--bcher-kva.example",
        "+44 20 7946 0958, PHONE, +442079460958",
        "tel:+49-30-901820, PHONE, +4930901820",
        "+1 (650) 253-0000, PHONE, +16502530000",
        "LinkedIn:Ada-Lovelace, HANDLE, linkedin:ada-lovelace",
        "mastodon:@ada@example.social, HANDLE, mastodon:ada@example.social"
    })
    void shouldBringEqualAddressesToOneForm(String typed, Address.Kind kind, String value) {
        assertThat(Address.parse(typed)).contains(new Address(kind, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "ada@",
                "@example.org",
                "a b@example.org",
                "ada@-x.org",
                "+",
                "+12",
                "030 901820",
                "ada@example..org",
                "linkedin:",
                "a@b@",
                "ada@exa\nmple.org"
            })
    void shouldRefuseWhatIsNoAddress(String typed) {
        assertThat(Address.parse(typed)).isEmpty();
    }

    @Property
    void shouldKeepItsFormWhenReadAgain(@ForAll String typed) {
        Address.parse(typed)
                .ifPresent(address -> assertThat(Address.parse(address.value())).contains(address));
    }
}
