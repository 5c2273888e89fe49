package dev.rapport.notifier.edition.page;

import dev.rapport.notifier.delivery.Mail;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.content.Words;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows editions as pages and as mails; the templates escape whatever people typed. */
@ApplicationScoped
public class EditionPages {

    private final Template page;
    private final Template mailHtml;
    private final Template mailText;
    private final String publicUrl;

    @Inject
    EditionPages(
            @Location("edition/page.html") Template page,
            @Location("edition/mail.html") Template mailHtml,
            @Location("edition/mail.txt") Template mailText,
            @ConfigProperty(name = "rapport.public-url", defaultValue = "http://localhost:8083") String publicUrl) {
        this.page = page;
        this.mailHtml = mailHtml;
        this.mailText = mailText;
        this.publicUrl = publicUrl;
    }

    /** The edition as a page of a small newspaper, which needs nothing but itself. */
    public String html(Edition edition) {
        return page.data("page", view(edition)).render();
    }

    /** The edition as a mail: the same content as HTML that mail readers take, and as plain text. */
    Mail mail(Edition edition) {
        var view = view(edition);
        return new Mail(
                subject(edition, view),
                mailText.data("page", view).render(),
                mailHtml.data("page", view).render());
    }

    private PageView view(Edition edition) {
        return PageView.of(edition, publicUrl + "/v1/editions/" + edition.date() + "?format=html");
    }

    /** Says at once whom it is about: a subject that says the same every day is not opened. */
    private static String subject(Edition edition, PageView view) {
        var more = edition.itemCount() - 1;
        var rest = more > 0 ? " " + Words.in(edition.language()).more(more) : "";
        return edition.headline() + rest + " · " + view.date();
    }
}
