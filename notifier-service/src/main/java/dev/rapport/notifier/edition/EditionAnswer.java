package dev.rapport.notifier.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.page.EditionPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Answers with an edition, as JSON or as a page, as the caller wants it. */
@ApplicationScoped
class EditionAnswer {

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    /** The page needs nothing but its own styles; whatever somebody typed, nothing else is loaded or run. */
    private static final String NOTHING_BUT_STYLES =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    @Inject
    EditionPages pages;

    @Inject
    ObjectMapper json;

    Response of(Edition edition, EditionFormat format, Request request) {
        var html = isHtml(format, request);
        var body = html ? pages.html(edition) : json(edition);
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(stable(edition, body).getBytes(StandardCharsets.UTF_8)) + (html ? "-html" : ""));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged != null
                ? unchanged.tag(tag)
                : Response.ok(body, html ? "text/html;charset=UTF-8" : MediaType.APPLICATION_JSON)
                        .tag(tag);
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (html) {
            answer.header("Content-Security-Policy", NOTHING_BUT_STYLES).header("Referrer-Policy", "no-referrer");
        }
        return answer.build();
    }

    private static boolean isHtml(EditionFormat format, Request request) {
        if (format != null) {
            return format == EditionFormat.HTML;
        }
        var chosen = request.selectVariant(VARIANTS);
        return chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
    }

    /** A preview is composed anew each time: that alone is no change. */
    private static String stable(Edition edition, String body) {
        return body.replace(edition.composedAt().toString(), "");
    }

    private String json(Edition edition) {
        try {
            return json.writeValueAsString(edition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
