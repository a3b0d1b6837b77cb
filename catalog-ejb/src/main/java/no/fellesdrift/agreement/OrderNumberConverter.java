package no.fellesdrift.agreement;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stored as the text it is. */
@Converter(autoApply = true)
public class OrderNumberConverter implements AttributeConverter<OrderNumber, String> {
    @Override
    public String convertToDatabaseColumn(OrderNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public OrderNumber convertToEntityAttribute(String column) {
        return column == null ? null : new OrderNumber(column);
    }
}
