package no.fellesdrift.web.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.OrderFormView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.Estimate;
import no.fellesdrift.price.IncludedBasis;
import no.fellesdrift.price.NegotiatedTerm;
import no.fellesdrift.price.OneOffEvent;
import no.fellesdrift.price.PriceKind;
import no.fellesdrift.price.PriceView;

/**
 * An offering with its prices for one agency on one date, as the API answers it.
 *
 * @param line the agency's line on the date, whose negotiated terms hold and which an order would add to
 * @param questions of the order form in force on the date
 */
public record OfferingItem(
        OfferingCode code,
        ServiceCode service,
        LocalizedText name,
        LocalizedText unit,
        int leadTimeWorkingDays,
        String serviceLevelPackage,
        boolean orderable,
        LocalDate on,
        BigDecimal quantity,
        LineNumber line,
        List<Component> components,
        Estimate estimate,
        List<OrderFormView.Question> questions) {

    /**
     * @param unitPrice what the agency pays per unit; with more than four decimals where a percentage makes them
     * @param listUnitPrice what the list says
     * @param negotiated absent when the list price holds
     */
    public record Component(
            String priceId,
            String component,
            PriceKind kind,
            OneOffEvent oneOffEvent,
            String unitPrice,
            UnitPrice listUnitPrice,
            List<Tier> tiers,
            String meter,
            BigDecimal includedQuantity,
            IncludedBasis includedBasis,
            Money minimumAmount,
            Boolean minimumWhenUnused,
            LocalDate announcedOn,
            LocalDate validFrom,
            LocalDate validTo,
            Negotiated negotiated) {

        static Component of(ComponentPrice price) {
            PriceView list = price.list();
            return new Component(
                    list.priceId(),
                    list.component(),
                    list.kind(),
                    list.oneOffEvent(),
                    list.unitPrice() == null ? null : plain(price.unitPrice()),
                    list.unitPrice(),
                    list.tiers().stream()
                            .map(tier -> new Tier(
                                    tier.from(), tier.to(), plain(price.effective(tier.unitPrice())), tier.unitPrice()))
                            .toList(),
                    list.meter(),
                    list.includedQuantity(),
                    list.includedBasis(),
                    list.minimumAmount(),
                    list.minimumAmount() == null ? null : list.minimumWhenUnused(),
                    list.announcedOn(),
                    list.valid().start(),
                    list.valid().end(),
                    price.negotiated().map(Negotiated::of).orElse(null));
        }
    }

    public record Tier(BigDecimal fromQuantity, BigDecimal toQuantity, String unitPrice, UnitPrice listUnitPrice) {}

    public record Negotiated(
            LineNumber line,
            NegotiatedTerm.Kind kind,
            BigDecimal value,
            LocalDate validFrom,
            LocalDate validTo,
            String reason) {

        static Negotiated of(NegotiatedTerm term) {
            return new Negotiated(
                    LineNumber.of(term.line()),
                    term.kind(),
                    term.value(),
                    term.valid().start(),
                    term.valid().end(),
                    term.reason());
        }
    }

    static OfferingItem of(OfferingView offering, OurPrice price, BigDecimal quantity, OrderFormView form) {
        return new OfferingItem(
                offering.code(),
                offering.service(),
                offering.name(),
                offering.unit(),
                offering.leadTimeWorkingDays(),
                offering.serviceLevelPackage(),
                offering.canBeOrdered(),
                price.on(),
                quantity,
                price.line().map(line -> line.line()).orElse(null),
                price.components().stream().map(Component::of).toList(),
                price.estimate(quantity),
                form.questions());
    }

    /** Decimal prices and percentages give finite decimals: two decimals at least, all that there are. */
    static String plain(Share exact) {
        BigDecimal decimal = new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()))
                .stripTrailingZeros();
        return decimal.setScale(Math.max(2, decimal.scale())).toPlainString();
    }
}
