package no.fellesdrift.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import no.fellesdrift.kernel.OrgNumber;

/** One attempt of the provider to have a line fulfilled by a supplier. A new attempt is a new row. */
@Entity
@Table(name = "upstream_order")
public class UpstreamOrder {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "upstream_order_seq")
    @SequenceGenerator(name = "upstream_order_seq", sequenceName = "upstream_order_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_item_id")
    private OrderItem item;

    private OrgNumber supplier;
    private String number;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "promised_date")
    private LocalDate promisedDate;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "rejected_at")
    private Instant rejectedAt;

    @Column(name = "supplier_state")
    private String supplierState;

    private String note;

    protected UpstreamOrder() {}

    UpstreamOrder(OrderItem item, OrgNumber supplier, String number, Instant placedAt, String note) {
        this.item = item;
        this.supplier = supplier;
        this.number = number;
        this.placedAt = placedAt;
        this.note = note;
    }

    void confirm(String given, LocalDate promised, Instant at) {
        if (given != null) {
            number = given;
        }
        if (promised != null) {
            promisedDate = promised;
        }
        if (confirmedAt == null) {
            confirmedAt = at;
        }
        supplierState = null;
    }

    void report(String reported) {
        supplierState = reported;
    }

    void reject(Instant at, String reason) {
        rejectedAt = at;
        note = reason;
        supplierState = null;
    }

    void delivered(Instant at) {
        deliveredAt = at;
        supplierState = null;
    }

    public OrgNumber supplier() {
        return supplier;
    }

    public String number() {
        return number;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public LocalDate promisedDate() {
        return promisedDate;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant rejectedAt() {
        return rejectedAt;
    }

    public String supplierState() {
        return supplierState;
    }

    public String note() {
        return note;
    }

    OrderItem item() {
        return item;
    }
}
