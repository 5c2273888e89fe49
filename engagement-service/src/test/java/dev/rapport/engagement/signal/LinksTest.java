package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://Example.org, http://www.example.org:80/",
        "https://example.org/a/../b?z=1&a=2#top, http://example.org/b/?a=2&z=1",
        "https://example.org/p?utm_source=x&id=7&fbclid=abc, https://example.org/p?id=7",
        "https://example.org/%c3%a9, https://example.org/%C3%A9",
        "https://bücher.example/x, https://xn--bcher-kva.example/x"
    })
    void shouldBeEqualWhenTheyLeadToTheSamePage(String one, String other) {
        assertThat(Links.canonical(one)).isPresent().isEqualTo(Links.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/p?id=7, https://example.org/p?id=8",
        "https://example.org/A, https://example.org/a",
        "https://example.org:8443/a, https://example.org/a",
        "https://news.example.org/a, https://example.org/a"
    })
    void shouldDifferWhenTheyLeadElsewhere(String one, String other) {
        assertThat(Links.canonical(one)).isNotEqualTo(Links.canonical(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org/a",
                "//example.org/a",
                "example.org/a",
                "https:///a",
                "http://user:secret@example.org/",
                "https://exa mple.org/",
                "mailto:jane@example.org",
                ""
            })
    void shouldRefuseWhatIsNoPage(String link) {
        assertThat(Links.canonical(link)).isEmpty();
    }
}
