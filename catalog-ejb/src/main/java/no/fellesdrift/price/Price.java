package no.fellesdrift.price;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.UnitPrice;

/**
 * One version of one component of an offering's price. It is born with its figures and keeps them; the only thing that
 * happens to it is that a successor gives it its end.
 */
@Entity
@Table(name = "price")
public class Price {

    @Id
    @SequenceGenerator(name = "price_seq", sequenceName = "price_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_seq")
    private Long id;

    @Version
    private int version;

    @Column(name = "price_id")
    private String priceId;

    private OfferingCode offering;
    private String component;

    @Enumerated(EnumType.STRING)
    private PriceKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "one_off_event")
    private OneOffEvent oneOffEvent;

    @Column
    private String currency = "NOK";

    @Column(name = "unit_price")
    private UnitPrice unitPrice;

    private String meter;

    @Column(name = "included_quantity")
    private BigDecimal includedQuantity;

    @Enumerated(EnumType.STRING)
    @Column(name = "included_basis")
    private IncludedBasis includedBasis;

    @Column(name = "minimum_amount")
    private Money minimumAmount;

    @Column(name = "minimum_when_unused")
    private Boolean minimumWhenUnused;

    @Column(name = "announced_on")
    private LocalDate announcedOn;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected Price() {}

    public String priceId() {
        return priceId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    /**
     * The version that takes over from this one on a date; this one ends there.
     *
     * @param today the day the successor is made known
     * @throws Rejection ALREADY_IN_FORCE, when the new price would begin today or earlier; NOT_AFTER_LAST, when it
     *     would begin before this, the last version, does; KIND_CHANGES, TIERS_AND_PRICE
     */
    Price succeed(PriceDraft draft, LocalDate today) {
        if (!draft.validFrom().isAfter(today)) {
            throw new Rejection(PriceReason.ALREADY_IN_FORCE, draft.validFrom(), today);
        }
        if (!draft.validFrom().isAfter(validFrom)) {
            throw new Rejection(PriceReason.NOT_AFTER_LAST, draft.validFrom(), validFrom);
        }
        if (kind.tiered() != (draft.unitPrice() == null)
                || kind.tiered() == draft.tiers().isEmpty()) {
            throw new Rejection(PriceReason.TIERS_AND_PRICE, offering, component);
        }
        Price next = new Price();
        next.priceId = offering + "/" + component + "/" + draft.validFrom();
        next.offering = offering;
        next.component = component;
        next.kind = kind;
        next.oneOffEvent = oneOffEvent;
        next.unitPrice = draft.unitPrice();
        next.meter = meter;
        next.includedQuantity = includedQuantity;
        next.includedBasis = includedBasis;
        next.minimumAmount = minimumAmount;
        next.minimumWhenUnused = minimumWhenUnused;
        next.announcedOn = today;
        next.validFrom = draft.validFrom();
        validTo = draft.validFrom();
        return next;
    }
}
