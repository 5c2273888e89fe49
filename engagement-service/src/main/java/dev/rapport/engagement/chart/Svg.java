package dev.rapport.engagement.chart;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that are a chart for who asks for one, and JSON for everybody else. */
public final class Svg {

    /** The media type of charts. */
    public static final String TYPE = "image/svg+xml";

    private static final MediaType SVG = MediaType.valueOf(TYPE);
    /** A chart that is opened by itself runs nothing and loads nothing. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private Svg() {}

    /** Whether a caller likes a chart better than JSON. */
    public static boolean isWanted(HttpHeaders headers) {
        for (var liked : headers.getAcceptableMediaTypes()) {
            if (liked.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (liked.isCompatible(SVG)) {
                return true;
            }
        }
        return false;
    }

    /** The chart as an answer. */
    public static RestResponse<Object> answer(LineChart chart) {
        return RestResponse.ResponseBuilder.<Object>ok(chart.svg())
                .header(HttpHeaders.CONTENT_TYPE, TYPE + ";charset=UTF-8")
                .header("Content-Security-Policy", ALONE)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** Figures as an answer. */
    public static RestResponse<Object> json(Object figures) {
        return RestResponse.ResponseBuilder.ok(figures)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
