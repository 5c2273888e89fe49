package dev.rapport.notifier.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void shouldPutANameOnOneLineOfBoundedLength() {
        assertThat(Names.of("  Anna\r\n\tBerg\u2028 ")).isEqualTo("Anna Berg");
        assertThat(Names.of("\u0000\n")).isEqualTo("A contact");
        assertThat(Names.of(null)).isEqualTo("A contact");
        assertThat(Names.of("😀".repeat(500))).isEqualTo("😀".repeat(119) + "…");
    }
}
