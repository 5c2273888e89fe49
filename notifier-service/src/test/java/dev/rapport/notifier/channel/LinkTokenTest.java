package dev.rapport.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.api.security.Member;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

    private static final byte[] SECRET = new byte[32];
    private static final LinkToken TOKEN = new LinkToken(
            new Link(
                    LinkAction.DONE,
                    new Member("w-1", "alex"),
                    UUID.randomUUID(),
                    Instant.ofEpochSecond(1_800_000_000)),
            UUID.randomUUID());

    @Test
    void shouldSayWhatWasSigned() {
        var text = TOKEN.signed(SECRET);

        assertThat(LinkToken.claimed(text)).contains(TOKEN);
        assertThat(LinkToken.isSigned(text, SECRET)).isTrue();
    }

    @Test
    void shouldNotAcceptAnotherKey() {
        var other = new byte[32];
        other[31] = 1;

        assertThat(LinkToken.isSigned(TOKEN.signed(SECRET), other)).isFalse();
    }

    @Property
    void shouldNotAcceptATextInWhichAnyCharacterDiffers(@ForAll @IntRange(max = 400) int place) {
        var text = new StringBuilder(TOKEN.signed(SECRET));
        int at = place % text.length();
        text.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
        var forged = text.toString();

        assertThat(LinkToken.claimed(forged).isPresent() && LinkToken.isSigned(forged, SECRET))
                .isFalse();
    }
}
