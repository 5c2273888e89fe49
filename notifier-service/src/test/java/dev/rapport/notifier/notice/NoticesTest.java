package dev.rapport.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.batch.MemberKey;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@NotifierTest
class NoticesTest {

    private static final List<Function<NoticeWords, Notice>> ALL = List.of(
            words -> words.mailPaused("a@example.org", true),
            words -> words.mailPaused("a@example.org", false),
            words -> words.mailResumed("a@example.org"),
            words -> words.messagesWaited(12),
            words -> words.webhookPaused("example.org"),
            words -> words.webhookResumed("example.org"),
            words -> words.webhookDisabled("example.org"),
            words -> words.webhookGaveUp("example.org"));

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();
    private final Api bob = new Api(alex.workspace(), "bob");

    @Test
    void shouldTellEachMemberInTheirLanguageAndOnlyOnceOfAnOccasion() throws SQLException {
        alex.prefer("{\"language\": \"de\"}");

        for (int i = 0; i < 2; i++) {
            tell(alex, "one");
            tell(bob, "one");
        }
        tell(bob, "two");

        assertThat(alex.get("/v1/inbox?category=notice").getList("items.title"))
                .containsExactly("Der Webhook zu example.org ruht");
        assertThat(bob.get("/v1/inbox?category=notice").getList("items.title"))
                .containsExactly("The webhook to example.org is paused", "The webhook to example.org is paused");
        assertThat(alex.get("/v1/inbox?category=notice").getList("items.kind")).containsExactly("webhook_paused");
    }

    @Test
    void shouldSayTheSameInEveryLanguage() {
        for (var saying : ALL) {
            var english = saying.apply(new EnglishNoticeWords());
            var german = saying.apply(new GermanNoticeWords());

            assertThat(german.kind()).isEqualTo(english.kind());
            assertThat(german.title()).isNotBlank().isNotEqualTo(english.title());
            assertThat(german.body()).isNotBlank().isNotEqualTo(english.body());
        }
    }

    private void tell(Api member, String occasion) throws SQLException {
        try (var connection = database.getConnection()) {
            Notices.tell(
                    connection,
                    new MemberKey(member.workspace(), member.member()),
                    occasion,
                    Instant.now(),
                    words -> words.webhookPaused("example.org"));
        }
    }
}
