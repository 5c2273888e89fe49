package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes CSV (RFC 4180) whose headers are the fields of the contact. A cell may have several values; the first postal address
 * has a column for each part, all of them are in one cell as JSON if there are more.
 */
final class CsvWriter implements ContactFileWriter {

    static final List<String> ADDRESS =
            List.of("label", "postBox", "extended", "street", "locality", "region", "postalCode", "country");

    private static final List<String> TEXTS = List.of(
            "displayName",
            "namePrefix",
            "givenName",
            "middleName",
            "familyName",
            "nameSuffix",
            "nickname",
            "phoneticGivenName",
            "phoneticFamilyName",
            "organization",
            "department",
            "title",
            "industry",
            "relationship",
            "timeZone",
            "birthday",
            "owner",
            "notes");

    private static final List<String> LISTS =
            List.of("emails", "phones", "handles", "websites", "interests", "languages");

    private static final List<String> PARTS =
            List.of("firstMeeting.how", "firstMeeting.where", "firstMeeting.on", "cadence.ideal", "cadence.longest");

    private static final List<String> REST = List.of(
            "cadence.counting",
            "labels",
            "anniversaries",
            "postalAddresses",
            "introducedBy",
            "circleNames",
            "customFields",
            "customFieldTypes",
            "photo",
            "createdAt",
            "updatedAt");

    private final CSVPrinter out;

    CsvWriter(OutputStream file) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        out = new CSVPrinter(writer, CSVFormat.RFC4180);
        out.printRecord(header());
    }

    @Override
    public void write(ExportedContact contact) throws IOException {
        var line = NdjsonWriter.line(contact);
        var cells = new ArrayList<String>();
        cells.add(contact.id().toString());
        TEXTS.forEach(field -> cells.add(line.path(field).asText("")));
        LISTS.forEach(field -> cells.add(list(line.path(field))));
        var addresses = line.path("postalAddresses");
        ADDRESS.forEach(part -> cells.add(addresses.path(0).path(part).asText("")));
        PARTS.forEach(part -> cells.add(line.at("/" + part.replace('.', '/')).asText("")));
        cells.add(list(line.path("cadence").path("counting")));
        cells.add(CsvList.write(line.path("labels").properties().stream()
                .map(it -> it.getKey() + " " + it.getValue().asText())
                .toList()));
        cells.add(CsvList.write(line.path("anniversaries")
                .valueStream()
                .map(it -> it.path("label").asText() + " " + it.path("date").asText())
                .toList()));
        cells.add(addresses.size() > 1 ? JsonText.write(addresses) : "");
        cells.add(line.path("introducedBy").asText(""));
        cells.add(list(line.path("circleNames")));
        cells.add(json(line, "customFields"));
        cells.add(json(line, "customFieldTypes"));
        cells.add(line.path("photo").asText(""));
        cells.add(line.path("createdAt").asText());
        cells.add(line.path("updatedAt").asText());
        out.printRecord(cells.stream().map(FormulaGuard::guarded).toList());
    }

    @Override
    public void close() throws IOException {
        out.close(true);
    }

    private static List<String> header() {
        var header = new ArrayList<String>();
        header.add("uid");
        header.addAll(TEXTS);
        header.addAll(LISTS);
        ADDRESS.forEach(part -> header.add("postalAddresses[1]." + part));
        header.addAll(PARTS);
        header.addAll(REST);
        return header;
    }

    private static String list(JsonNode values) {
        return CsvList.write(values.valueStream().map(JsonNode::asText).toList());
    }

    private static String json(ObjectNode line, String field) {
        return line.has(field) ? JsonText.write(line.get(field)) : "";
    }
}
