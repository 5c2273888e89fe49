package dev.rapport.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.preference.Language;
import org.junit.jupiter.api.Test;

class ShortMailTest {

    @Test
    void shouldKeepTheSubjectOnOneLineAndMarkupOutOfTheHtml() {
        var mail = ShortMail.of(Language.DE, "Answer Eve\r\nBcc: all@x.org", "<script>alert('1')</script> & more");

        assertThat(mail.subject()).isEqualTo("Answer Eve Bcc: all@x.org");
        assertThat(mail.text()).contains("<script>alert('1')</script> & more");
        assertThat(mail.html())
                .contains("<html lang=\"de\">")
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; more");
    }
}
