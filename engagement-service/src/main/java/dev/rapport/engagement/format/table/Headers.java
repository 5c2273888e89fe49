package dev.rapport.engagement.format.table;

import dev.rapport.engagement.format.CsvMapping;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the columns of a table mean: by the mapping, else by the names that programs give them. */
final class Headers {

    private static final Map<String, String> KNOWN = known();

    private final CsvMapping mapping;
    private final Map<String, String> mapped = new HashMap<>();

    Headers(CsvMapping mapping) {
        this.mapping = mapping;
        mapping.columns().forEach((column, field) -> mapped.put(bare(column), field));
    }

    /** Whether the mapping tells the columns by their positions, so that the table need not have a header. */
    boolean isByPosition() {
        return !mapping.columns().isEmpty()
                && mapping.columns().keySet().stream().allMatch(it -> it.strip().matches("[1-9]\\d{0,2}"));
    }

    /** The fields of columns that are mapped by position; those of the others are empty. */
    List<String> byPosition() {
        int last = mapping.columns().keySet().stream()
                .mapToInt(it -> Integer.parseInt(it.strip()))
                .max()
                .orElse(0);
        var fields = new String[last];
        Arrays.fill(fields, "");
        mapping.columns().forEach((column, field) -> fields[Integer.parseInt(column.strip()) - 1] = field.strip());
        return List.of(fields);
    }

    /** The fields of columns with these headers; empty for columns that mean nothing here. */
    List<String> fields(List<String> headers) {
        return headers.stream().map(it -> field(it).orElse("")).toList();
    }

    /** How many of these cells are headers that mean something. */
    long known(List<String> cells) {
        return cells.stream().filter(it -> field(it).isPresent()).count();
    }

    private Optional<String> field(String header) {
        var name = bare(header);
        return Optional.ofNullable(mapped.getOrDefault(name, KNOWN.get(name)));
    }

    private static String bare(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Map<String, String> known() {
        var known = new HashMap<String, String>();
        names(
                known,
                "occurredAt",
                "occurredat date datetime dateandtime timestamp when calldate callstart start starttime"
                        + " startdate sentat receivedat createdat created loggedat activitydate datum day datesent");
        names(known, "time", "time hour uhrzeit calltime timeofday");
        names(known, "kind", "kind type interactiontype activitytype activity category interaction eventtype");
        names(known, "direction", "direction inout calltype inboundoutbound richtung calldirection");
        names(known, "email", "email emailaddress mail contactemail emails personemail");
        names(
                known,
                "phone",
                "phone number phonenumber tel telephone mobile contactnumber callernumber otherparty"
                        + " telefon rufnummer phoneno contactphone");
        names(known, "name", "name contact contactname person fullname cachedname displayname who");
        names(known, "contactId", "contactid");
        names(known, "address", "address handle contactaddress");
        names(known, "subject", "subject title summary topic betreff");
        names(
                known,
                "excerpt",
                "excerpt notes note body text message content description comment comments details notizen");
        names(known, "channel", "channel medium via app service");
        names(
                known,
                "duration",
                "duration durationseconds durationsec durations durationinseconds length talktime dauer"
                        + " callduration");
        names(known, "source", "source");
        names(known, "externalId", "id externalid uid messageid callid interactionid activityid guid");
        return Map.copyOf(known);
    }

    private static void names(Map<String, String> known, String field, String names) {
        for (var name : names.split(" ", -1)) {
            known.put(name, field);
        }
    }
}
