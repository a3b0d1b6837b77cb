package no.fellesdrift.agreement;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stored as the text it is. */
@Converter(autoApply = true)
public class AgreementNumberConverter implements AttributeConverter<AgreementNumber, String> {
    @Override
    public String convertToDatabaseColumn(AgreementNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public AgreementNumber convertToEntityAttribute(String column) {
        return column == null ? null : new AgreementNumber(column);
    }
}
