package dev.rapport.engagement.format.calendar;

import biweekly.ICalVersion;
import biweekly.io.CannotParseException;
import biweekly.io.DataModelConversionException;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The recurrence rules of a series, of iCalendar and of vCalendar 1.0; only such as a meeting can follow. */
final class Rules {

    private static final int MOST = 10;
    private static final int LONGEST_INTERVAL = 10_000;
    private static final Set<Frequency> TOO_OFTEN = Set.of(Frequency.SECONDLY, Frequency.MINUTELY);

    private Rules() {}

    /**
     * The rules of this name.
     *
     * @throws IllegalArgumentException when one cannot be read or makes no sense
     */
    static List<Recurrence> of(Properties event, String name, boolean isOld) {
        return event.all(name).stream()
                .limit(MOST)
                .flatMap(it -> rules(it.getValue(), isOld).stream())
                .toList();
    }

    private static List<Recurrence> rules(String text, boolean isOld) {
        var context = new ParseContext();
        context.setVersion(isOld ? ICalVersion.V1_0 : ICalVersion.V2_0);
        try {
            var rule = new RecurrenceRuleScribe().parseText(text.strip(), null, new ICalParameters(), context);
            return usable(rule.getValue(), text);
        } catch (DataModelConversionException e) {
            return e.getProperties().stream()
                    .filter(RecurrenceRule.class::isInstance)
                    .flatMap(it -> usable(((RecurrenceRule) it).getValue(), "").stream())
                    .toList();
        } catch (CannotParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Recurrence> usable(Recurrence rule, String text) {
        boolean isEndUnknown = rule != null
                && rule.getUntil() == null
                && text.toUpperCase(Locale.ROOT).contains("UNTIL=");
        boolean isStepAbsurd = rule != null && rule.getInterval() != null && rule.getInterval() > LONGEST_INTERVAL;
        if (isEndUnknown
                || isStepAbsurd
                || rule == null
                || rule.getFrequency() == null
                || TOO_OFTEN.contains(rule.getFrequency())) {
            throw new IllegalArgumentException("no rule of a meeting");
        }
        return List.of(rule);
    }
}
