package dev.rapport.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FingerprintTest {

    @Property
    void shouldDifferForRequestsThatDiffer(@ForAll List<String> one, @ForAll List<String> other) {
        assertThat(Fingerprint.of(one).equals(Fingerprint.of(other))).isEqualTo(one.equals(other));
    }
}
