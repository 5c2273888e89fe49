package dev.rapport.contacts.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.ApiException;
import dev.rapport.contacts.format.ContactFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a client says of its file in the query. */
record ImportParameters(
        @QueryParam("format")
        @Parameter(description = "`vcard`, `csv`, `jscontact` or `ndjson`; without it the Content-Type tells")
        @Pattern(regexp = "vcard|csv|jscontact|ndjson", message = "must be vcard, csv, jscontact or ndjson")
        String format,

        @QueryParam("fileName")
        @Parameter(description = "To tell imports apart", example = "contacts.vcf")
        @Size(max = 255)
        String fileName,

        @QueryParam("dryRun")
        @DefaultValue("false")
        @Parameter(description = "Only tell what would happen: counts and problems, and no contact changes")
        boolean dryRun,

        @QueryParam("existing")
        @DefaultValue("fill")
        @Parameter(
                description = "What to do with a record whose contact exists: `fill` what is empty and unite lists;"
                        + " `overwrite` with what the file states, also bringing deleted contacts back; or `skip` it")
        Existing existing,

        @QueryParam("circle") @Parameter(description = "Put everybody in this circle; may be repeated") @Size(max = 20)
        List<@NotNull UUID> circle,

        @QueryParam("defaultRegion")
        @Parameter(description = "ISO 3166 country of phone numbers without a country code", example = "DE")
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters, such as DE")
        String defaultRegion,

        @QueryParam("delimiter")
        @Parameter(description = "Of CSV: one character, or `tab`; detected when absent", example = ";")
        @Pattern(regexp = "tab|[^\\r\\n\"]", message = "must be one character, or tab")
        String delimiter,

        @QueryParam("charset")
        @Parameter(description = "Detected when absent, unless the Content-Type has it", example = "windows-1252")
        String charset,

        @QueryParam("mapping")
        @Parameter(
                description =
                        "Of CSV: a JSON object of fields by column, percent-encoded, up to about 10,000 characters."
                                + " Columns are named by their header, or numbered from 1 when there is none. Fields are those of"
                                + " a contact, also as `emails[work]`, `postalAddresses[home].street` or `customFields.tier`;"
                                + " an empty field leaves the column out.",
                example = "{\"Firma\": \"organization\", \"Mail 2\": \"emails[work]\"}")
        String mapping) {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    /** All of it, checked; 400 naming the parameters that are not valid. */
    ImportSettings settings(MediaType contentType, ObjectMapper json) {
        return new ImportSettings(
                format(contentType),
                fileName,
                dryRun,
                existing,
                circle,
                defaultRegion,
                delimiter == null ? null : Character.valueOf(delimiter.equals("tab") ? '\t' : delimiter.charAt(0)),
                charset(contentType),
                mapping(json));
    }

    private ContactFormat format(MediaType contentType) {
        if (format != null) {
            return ContactFormat.valueOf(format.toUpperCase(Locale.ROOT));
        }
        return ContactFormat.of(contentType.getType() + "/" + contentType.getSubtype())
                .orElseThrow(() -> ApiException.invalid(
                        "format", "must be vcard, csv, jscontact or ndjson, as the Content-Type does not tell"));
    }

    private String charset(MediaType contentType) {
        var name = charset == null ? contentType.getParameters().get(MediaType.CHARSET_PARAMETER) : charset;
        try {
            return name == null ? null : Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ApiException.invalid("charset", "must be the IANA name of a charset, such as UTF-8");
        }
    }

    private Map<String, String> mapping(ObjectMapper json) {
        try {
            return mapping == null ? Map.of() : json.readValue(mapping, MAPPING);
        } catch (JsonProcessingException e) {
            throw ApiException.invalid("mapping", "must be a JSON object of fields by column");
        }
    }
}
