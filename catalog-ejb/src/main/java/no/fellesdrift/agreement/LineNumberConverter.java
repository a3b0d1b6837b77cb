package no.fellesdrift.agreement;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stored as the text it is. */
@Converter(autoApply = true)
public class LineNumberConverter implements AttributeConverter<LineNumber, String> {
    @Override
    public String convertToDatabaseColumn(LineNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public LineNumber convertToEntityAttribute(String column) {
        return column == null ? null : new LineNumber(column);
    }
}
