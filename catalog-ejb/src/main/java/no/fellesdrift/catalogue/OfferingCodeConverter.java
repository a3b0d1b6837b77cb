package no.fellesdrift.catalogue;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stored as the text it is. */
@Converter(autoApply = true)
public class OfferingCodeConverter implements AttributeConverter<OfferingCode, String> {
    @Override
    public String convertToDatabaseColumn(OfferingCode value) {
        return value == null ? null : value.value();
    }

    @Override
    public OfferingCode convertToEntityAttribute(String column) {
        return column == null ? null : new OfferingCode(column);
    }
}
