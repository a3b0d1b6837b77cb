package no.fellesdrift.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Stored as {@code DECIMAL(19,4)}. */
@Converter(autoApply = true)
public class UnitPriceConverter implements AttributeConverter<UnitPrice, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(UnitPrice value) {
        return value == null ? null : value.amount();
    }

    @Override
    public UnitPrice convertToEntityAttribute(BigDecimal column) {
        return column == null ? null : new UnitPrice(column);
    }
}
