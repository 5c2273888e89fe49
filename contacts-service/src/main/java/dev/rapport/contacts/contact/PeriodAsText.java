package dev.rapport.contacts.contact;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Period;

/** Keeps a period as its ISO-8601 text: as an interval, P1M could not be told from P30D for sure. */
@Converter(autoApply = true)
class PeriodAsText implements AttributeConverter<Period, String> {

    @Override
    public String convertToDatabaseColumn(Period period) {
        return period == null ? null : period.toString();
    }

    @Override
    public Period convertToEntityAttribute(String text) {
        return text == null ? null : Period.parse(text);
    }
}
