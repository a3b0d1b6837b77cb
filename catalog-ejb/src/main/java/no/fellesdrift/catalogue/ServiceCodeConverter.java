package no.fellesdrift.catalogue;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stored as the text it is. */
@Converter(autoApply = true)
public class ServiceCodeConverter implements AttributeConverter<ServiceCode, String> {
    @Override
    public String convertToDatabaseColumn(ServiceCode value) {
        return value == null ? null : value.value();
    }

    @Override
    public ServiceCode convertToEntityAttribute(String column) {
        return column == null ? null : new ServiceCode(column);
    }
}
