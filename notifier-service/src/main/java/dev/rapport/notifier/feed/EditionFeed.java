package dev.rapport.notifier.feed;

import static dev.rapport.api.sql.Timestamps.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.security.Member;
import dev.rapport.notifier.edition.content.Words;
import dev.rapport.notifier.preference.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A member's last editions as an Atom feed (RFC 4287). */
@ApplicationScoped
class EditionFeed {

    private static final String LAST = """
            select id, local_date, composed_at, content::text as content from edition
            where workspace_id = ? and member = ? order by local_date desc limit 30""";

    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource database;

    private record Entry(UUID id, String title, Instant composedAt, String text) {}

    /** The feed; the same text as long as there is no new edition. */
    String of(Member member) throws SQLException {
        var entries = entries(member);
        var id = UUID.nameUUIDFromBytes(
                ("editions:" + member.workspace() + "\n" + member.id()).getBytes(StandardCharsets.UTF_8));
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "id", "urn:uuid:" + id);
            element(xml, "title", "Rapport");
            element(
                    xml,
                    "updated",
                    (entries.isEmpty() ? Instant.EPOCH : entries.get(0).composedAt()).toString());
            for (var entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.composedAt().toString());
        xml.writeStartElement("author");
        element(xml, "name", "Rapport");
        xml.writeEndElement();
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(entry.text());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private List<Entry> entries(Member member) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LAST)) {
            query.setString(1, member.workspace());
            query.setString(2, member.id());
            var entries = new ArrayList<Entry>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var content = json(row.getString("content"));
        var language = Language.of(content.path("language").asText(Language.EN.code()));
        return new Entry(
                row.getObject("id", UUID.class),
                Words.in(language).editionOf(row.getObject("local_date", LocalDate.class)),
                instant(row, "composed_at"),
                text(content));
    }

    private static String text(JsonNode content) {
        var lines = new StringBuilder();
        for (JsonNode section : content.path("sections")) {
            lines.append(section.path("title").asText()).append('\n');
            section.path("items").forEach(item -> lines.append("- ")
                    .append(item.path("reason").asText())
                    .append('\n'));
        }
        return readable(lines.toString());
    }

    private static JsonNode json(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned malformed jsonb", e);
        }
    }

    /** XML 1.0 has no way to write most control characters and lone surrogates. */
    private static String readable(String text) {
        return text.codePoints()
                .filter(it -> it == '\t'
                        || it == '\n'
                        || it >= 0x20 && it < 0xD800
                        || it > 0xDFFF && it < 0xFFFE
                        || it > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
