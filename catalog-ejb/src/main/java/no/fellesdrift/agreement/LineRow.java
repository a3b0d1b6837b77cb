package no.fellesdrift.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import no.fellesdrift.kernel.DateRange;

/** How many units a line has over one stretch of days. */
@Entity
@Table(name = "agreement_line_row")
public class LineRow {

    @Id
    @SequenceGenerator(name = "agreement_line_row_seq", sequenceName = "agreement_line_row_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agreement_line_row_seq")
    private Long id;

    @Version
    private int version;

    @Column
    private LineNumber line;

    @Column(name = "row_no")
    private int rowNo;

    private BigDecimal quantity;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    /** The order that caused it; absent when it stands in the agreement itself. */
    @Column(name = "from_order")
    private OrderNumber fromOrder;

    protected LineRow() {}

    LineRow(LineNumber line, int rowNo, BigDecimal quantity, DateRange valid, OrderNumber fromOrder) {
        this.line = line;
        this.rowNo = rowNo;
        this.quantity = quantity;
        this.validFrom = valid.start();
        this.validTo = valid.end();
        this.fromOrder = fromOrder;
    }

    DateRange valid() {
        return new DateRange(validFrom, validTo);
    }

    int rowNo() {
        return rowNo;
    }

    BigDecimal quantity() {
        return quantity;
    }

    OrderNumber fromOrder() {
        return fromOrder;
    }

    void endOn(LocalDate date) {
        validTo = date;
    }

    /** Two orders delivered on one day make one row; the later order is kept with it. */
    void become(BigDecimal units, OrderNumber order) {
        quantity = units;
        fromOrder = order;
    }
}
