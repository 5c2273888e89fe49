package dev.rapport.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortMailTest {

    @Test
    void shouldKeepTheSubjectOnOneLineAndMarkupOutOfTheHtml() {
        var mail = ShortMail.of("Answer Eve\r\nBcc: all@x.org", "<script>alert('1')</script> & more");

        assertThat(mail.subject()).isEqualTo("Answer Eve Bcc: all@x.org");
        assertThat(mail.text()).contains("<script>alert('1')</script> & more");
        assertThat(mail.html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; more");
    }
}
