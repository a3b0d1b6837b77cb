package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Language;
import no.fellesdrift.web.frame.Written;

/** A charge's arithmetic as the reader's language writes numbers: {@code #{workings.of(charge)}}. */
@Named
@RequestScoped
public class Workings {

    private static final int UNIT_PRICE_DECIMALS = 4;

    @Inject
    Language language;

    @Inject
    Format f;

    /** One step per line. */
    public List<String> of(ChargeView charge) {
        return written(charge.working()).lines().toList();
    }

    /** The unit price with as many decimals as it has; absent where several tiers hold. */
    public String unitPrice(ChargeView charge) {
        BigDecimal price = charge.unitPrice();
        if (price == null) {
            return "";
        }
        return price.stripTrailingZeros().scale() > UNIT_PRICE_DECIMALS
                ? f.number(price)
                : f.amount(new UnitPrice(price.setScale(UNIT_PRICE_DECIMALS, RoundingMode.UNNECESSARY)));
    }

    /** A fixed price in kroner, or what a percentage changes: {@code −12,5 %}. */
    public String negotiated(ChargeView charge) {
        String[] part = charge.negotiated().split(" ", 2);
        return written(part[1]) + (part[0].equals("PERCENT") ? " %" : " kr");
    }

    /** Figures as the language writes them. */
    public String written(String working) {
        return Written.working(language.code(), working);
    }
}
