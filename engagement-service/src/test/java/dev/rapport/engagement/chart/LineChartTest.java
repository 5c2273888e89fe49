package dev.rapport.engagement.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LineChartTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void shouldTellItsTitleAndDescriptionToThoseWhoCannotSeeIt() throws Exception {
        var svg = parse(new LineChart(
                        "Relevance of <Ada> & \"Co\" \u0001",
                        "It's <falling>",
                        100,
                        List.of(new Zone("close & warm", 25, 100)),
                        List.of(line("a<b", 0, 50, 100), line("c", 3, 2, 1)))
                .svg());

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        var named = svg.getAttribute("aria-labelledby").split(" ");
        assertThat(text(svg, "title")).isEqualTo("Relevance of <Ada> & \"Co\" \uFFFD");
        assertThat(first(svg, "title").getAttribute("id")).isEqualTo(named[0]);
        assertThat(text(svg, "desc")).isEqualTo("It's <falling>");
        assertThat(first(svg, "desc").getAttribute("id")).isEqualTo(named[1]);
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(svg, "style")).contains("@media (prefers-color-scheme:dark)");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    }

    @Test
    void shouldDrawEveryValueInItsPlace() throws Exception {
        var svg = parse(new LineChart("t", "d", 100, List.of(), List.of(line("a", 0, 50, 100, 25))).svg());

        var points = Arrays.stream(first(svg, "polyline").getAttribute("points").split(" "))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        double floor = points.get(0)[1];
        double height = floor - points.get(2)[1];
        assertThat(height).isGreaterThan(100);
        assertThat((floor - points.get(1)[1]) / height).isCloseTo(.5, within(.01));
        assertThat((floor - points.get(3)[1]) / height).isCloseTo(.25, within(.01));
        double width = points.get(3)[0] - points.get(0)[0];
        assertThat((points.get(1)[0] - points.get(0)[0]) / width).isCloseTo(1 / 3.0, within(.01));
    }

    @Test
    void shouldBeADocumentWhenThereIsOneInstantOrNoneAndWhateverTheLocale() throws Exception {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            parse(new LineChart("t", "d", 7, List.of(), List.of(line("a"))).svg());
            var one = parse(new LineChart("t", "d", 7, List.of(), List.of(line("a", 3.3))).svg());
            assertThat(one.getElementsByTagName("circle").getLength()).isEqualTo(1);
            assertThat(first(one, "circle").getAttribute("cy")).doesNotContain(",");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldEndTheScaleOnARoundNumber() {
        assertThat(IntStream.of(0, 1, 2, 3, 7, 10, 11, 450, 501, 1_000_000)
                        .mapToDouble(LineChart::topOf)
                        .toArray())
                .containsExactly(1, 1, 2, 5, 10, 10, 20, 500, 1000, 1_000_000);
    }

    private static Series line(String name, double... values) {
        return new Series(
                name,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Series.Point(START.plus(Duration.ofDays(i)), values[i]))
                        .toList());
    }

    private static Element parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return document.getDocumentElement();
    }

    private static Element first(Element svg, String tag) {
        return (Element) svg.getElementsByTagName(tag).item(0);
    }

    private static String text(Element svg, String tag) {
        return first(svg, tag).getTextContent();
    }
}
