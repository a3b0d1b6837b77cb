package no.fellesdrift.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stored as {@code CHAR(9)}. */
@Converter(autoApply = true)
public class OrgNumberConverter implements AttributeConverter<OrgNumber, String> {
    @Override
    public String convertToDatabaseColumn(OrgNumber value) {
        return value == null ? null : value.digits();
    }

    @Override
    public OrgNumber convertToEntityAttribute(String column) {
        return column == null ? null : new OrgNumber(column);
    }
}
