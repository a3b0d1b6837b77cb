package no.fellesdrift.price;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import no.fellesdrift.kernel.UnitPrice;

/** One step of a tiered price, half-open over the billable quantity. Written once, with its price. */
@Entity
@Table(name = "price_tier")
public class PriceTier {

    @Id
    @SequenceGenerator(name = "price_tier_seq", sequenceName = "price_tier_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_tier_seq")
    private Long id;

    @Version
    private int version;

    @Column(name = "price_id")
    private String priceId;

    @Column(name = "from_quantity")
    private BigDecimal fromQuantity;

    @Column(name = "to_quantity")
    private BigDecimal toQuantity;

    @Column(name = "unit_price")
    private UnitPrice unitPrice;

    protected PriceTier() {}

    PriceTier(String priceId, PriceView.Tier tier) {
        this.priceId = priceId;
        this.fromQuantity = tier.from();
        this.toQuantity = tier.to();
        this.unitPrice = tier.unitPrice();
    }
}
