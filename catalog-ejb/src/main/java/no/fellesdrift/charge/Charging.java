package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.charge.LineBasis.Delivery;
import no.fellesdrift.charge.LineBasis.Quantity;
import no.fellesdrift.charge.LineBasis.Reading;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.price.OneOffEvent;

/**
 * The arithmetic of charges: a pure function from what is known about a line to its charges of one calendar month.
 * Source of the rules: the worked month in docs/.
 *
 * <p>A recurring component is cut at every date where the line's quantity, the price version, a negotiated price or the
 * line's existence changes; each piece is one charge. Usage is rated once per month by what holds on the last metered
 * day. A one-off is charged by the day of delivery. A reading of a closed month that became known after the closing
 * corrects that month in the month in which it became known.
 *
 * <p>Longer than most: the four ways to charge share the line's pieces and one rounding, and are easier to check in one place.
 */
public final class Charging {

    /** Local dates of instants: the billing zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final LineBasis line;
    private final Map<YearMonth, Instant> closings;

    private Charging(LineBasis line, Map<YearMonth, Instant> closings) {
        this.line = line;
        this.closings = closings;
    }

    /**
     * The line's charges of the month.
     *
     * @param closings when which month was closed; months that are open are absent
     * @return in order of component, first day and kind
     */
    public static List<ComputedCharge> of(LineBasis line, YearMonth period, Map<YearMonth, Instant> closings) {
        return new Charging(line, closings).charges(period);
    }

    private List<ComputedCharge> charges(YearMonth period) {
        List<ComputedCharge> charges = new ArrayList<>();
        charges.addAll(recurring(period));
        charges.addAll(oneOffs(period));
        for (String component : usageComponents()) {
            usage(component, period, readingsCharged(component, period, period)).ifPresent(charges::add);
            charges.addAll(corrections(component, period));
        }
        charges.sort(Comparator.comparing(ComputedCharge::component)
                .thenComparing(ComputedCharge::from)
                .thenComparing(ComputedCharge::kind)
                .thenComparing(ComputedCharge::number));
        return charges;
    }

    // ---------------------------------------------------------------- recurring

    private List<ComputedCharge> recurring(YearMonth period) {
        DateRange month = DateRange.of(period);
        List<ComputedCharge> charges = new ArrayList<>();
        for (PriceVersion price : line.prices()) {
            if (price.kind().isRecurring()) {
                for (Quantity piece : quantityPieces()) {
                    price.valid()
                            .intersection(month)
                            .flatMap(piece.valid()::intersection)
                            .map(range -> cutAtNegotiations(range, price.component()))
                            .orElse(List.of())
                            .forEach(range -> recurring(period, price, piece.quantity(), range)
                                    .ifPresent(charges::add));
                }
            }
        }
        return charges;
    }

    private Optional<ComputedCharge> recurring(
            YearMonth period, PriceVersion price, BigDecimal quantity, DateRange range) {
        Optional<Negotiation> negotiation = negotiation(price.component(), range.start());
        int months = price.kind().months();
        Share exact = unitPrice(price, negotiation)
                .times(Share.of(quantity))
                .times(Share.of(range.days(), (long) months * period.lengthOfMonth()));
        String working = Working.unitPrice(price, negotiation) + " × " + Working.plain(quantity)
                + (months == 1 ? "" : " ÷ " + months) + " × " + range.days() + " ÷ " + period.lengthOfMonth()
                + Working.result(exact);
        return charge(period, price, price.kind(), range, quantity, negotiation, exact, working, null);
    }

    /** The line's timeline with neighbours of equal quantity joined: only a changed quantity cuts. */
    private List<Quantity> quantityPieces() {
        List<Quantity> pieces = new ArrayList<>();
        for (Quantity next : line.quantities()) {
            Quantity last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (last != null
                    && next.valid().start().equals(last.valid().end())
                    && next.quantity().compareTo(last.quantity()) == 0) {
                pieces.set(
                        pieces.size() - 1,
                        new Quantity(
                                new DateRange(last.valid().start(), next.valid().end()), last.quantity()));
            } else {
                pieces.add(next);
            }
        }
        return pieces;
    }

    private List<DateRange> cutAtNegotiations(DateRange range, String component) {
        TreeSet<LocalDate> cuts = new TreeSet<>(List.of(range.start(), range.end()));
        for (Negotiation negotiation : line.negotiations()) {
            if (negotiation.component().equals(component)) {
                negotiation.valid().intersection(range).ifPresent(inside -> {
                    cuts.add(inside.start());
                    cuts.add(inside.end());
                });
            }
        }
        List<DateRange> pieces = new ArrayList<>();
        LocalDate start = null;
        for (LocalDate cut : cuts) {
            if (start != null) {
                pieces.add(new DateRange(start, cut));
            }
            start = cut;
        }
        return pieces;
    }

    // ---------------------------------------------------------------- one-off

    private List<ComputedCharge> oneOffs(YearMonth period) {
        DateRange month = DateRange.of(period);
        List<ComputedCharge> charges = new ArrayList<>();
        for (Delivery delivery : line.deliveries()) {
            if (month.contains(delivery.deliveredOn())) {
                for (PriceVersion price : line.prices()) {
                    if (price.kind() == ChargeKind.ONE_OFF
                            && price.valid().contains(delivery.deliveredOn())
                            && (delivery.begins() || price.oneOffEvent() == OneOffEvent.NEW_AND_INCREASE)) {
                        oneOff(period, price, delivery).ifPresent(charges::add);
                    }
                }
            }
        }
        return charges;
    }

    private Optional<ComputedCharge> oneOff(YearMonth period, PriceVersion price, Delivery delivery) {
        LocalDate day = delivery.deliveredOn();
        Optional<Negotiation> negotiation = negotiation(price.component(), day);
        Share exact = unitPrice(price, negotiation).times(Share.of(delivery.quantity()));
        String working = Working.unitPrice(price, negotiation) + " × " + Working.plain(delivery.quantity())
                + Working.result(exact);
        return charge(
                period,
                price,
                ChargeKind.ONE_OFF,
                new DateRange(day, day.plusDays(1)),
                delivery.quantity(),
                negotiation,
                exact,
                working,
                delivery.order());
    }

    // ---------------------------------------------------------------- usage

    /**
     * The usage charge of a month from the given readings, by what holds on the last day of the metered period: the
     * part of the month in which the line exists.
     */
    private Optional<ComputedCharge> usage(String component, YearMonth period, List<Reading> readings) {
        Optional<DateRange> metered = meteredPeriod(period);
        Optional<PriceVersion> price = metered.flatMap(range -> usagePrice(component, range.lastDay()));
        return price.flatMap(version -> usage(period, version, metered.get(), readings));
    }

    private Optional<ComputedCharge> usage(
            YearMonth period, PriceVersion price, DateRange range, List<Reading> readings) {
        BigDecimal used = readings.stream().map(Reading::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal units = quantityOn(range.lastDay());
        BigDecimal included = price.includedPerUnit() ? price.included().multiply(units) : price.included();
        BigDecimal billable = used.subtract(included).max(BigDecimal.ZERO);
        Optional<Negotiation> negotiation = negotiation(price.component(), range.lastDay());
        Rating rating = Rating.of(price, negotiation, billable);
        Share exact = rating.exact();
        StringBuilder working = new StringBuilder();
        if (included.signum() != 0) {
            working.append(Working.difference(used, included, billable)).append('\n');
        }
        working.append(rating.working());
        if (price.minimum() != null) {
            boolean unused = billable.signum() == 0;
            // a quantity of zero is a line that exists and costs nothing: no minimum for what was not used
            if (unused && (!price.minimumWhenUnused() || units.signum() == 0)) {
                return Optional.empty();
            }
            Share minimum = price.minimum().exact();
            if (exact.compareTo(minimum) < 0) {
                exact = minimum;
                working.append('\n')
                        .append("max(")
                        .append(Working.decimal(rating.exact()))
                        .append("; ")
                        .append(price.minimum())
                        .append(")")
                        .append(Working.result(exact));
            }
        }
        return charge(period, price, price.kind(), range, billable, negotiation, exact, working.toString(), null)
                .map(charge -> charge.withUsage(
                        used,
                        included,
                        rating.unitPrice().map(Working::exactDecimal).orElse(null)));
    }

    private Optional<DateRange> meteredPeriod(YearMonth period) {
        DateRange month = DateRange.of(period);
        LocalDate start = null;
        LocalDate end = null;
        for (Quantity quantity : line.quantities()) {
            Optional<DateRange> inside = quantity.valid().intersection(month);
            if (inside.isPresent()) {
                start = start == null ? inside.get().start() : start;
                end = inside.get().end();
            }
        }
        return start == null ? Optional.empty() : Optional.of(new DateRange(start, end));
    }

    private Optional<PriceVersion> usagePrice(String component, LocalDate day) {
        return line.prices().stream()
                .filter(price -> price.component().equals(component)
                        && price.kind().isUsage()
                        && price.valid().contains(day))
                .findFirst();
    }

    private BigDecimal quantityOn(LocalDate day) {
        return line.quantities().stream()
                .filter(quantity -> quantity.valid().contains(day))
                .map(Quantity::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    // ---------------------------------------------------------------- corrections

    /**
     * One correction per closed month that readings recorded in this month belong to: the rounded amount with them less
     * the rounded amount without them.
     */
    private List<ComputedCharge> corrections(String component, YearMonth period) {
        return closings.keySet().stream()
                .filter(closed -> closed.isBefore(period))
                .sorted()
                .flatMap(closed -> correction(component, closed, period).stream())
                .toList();
    }

    private Optional<ComputedCharge> correction(String component, YearMonth closed, YearMonth period) {
        List<Reading> without = readingsCharged(component, closed, period.minusMonths(1));
        List<Reading> with = readingsCharged(component, closed, period);
        if (with.size() == without.size()) {
            return Optional.empty();
        }
        Optional<ComputedCharge> before = usage(component, closed, without);
        Optional<ComputedCharge> after = usage(component, closed, with);
        ComputedCharge known = after.or(() -> before).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        Money difference = amount(after).minus(amount(before));
        if (difference.isZero()) {
            return Optional.empty();
        }
        BigDecimal late = known.metered()
                .subtract(without.stream().map(Reading::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        String working = after.map(charge -> charge.working() + "\n").orElse("")
                + before.map(charge -> charge.working() + "\n").orElse("")
                + amount(after) + " − " + amount(before) + " = " + difference;
        return Optional.of(new ComputedCharge(
                line.line() + "~" + component + "~" + known.from() + "~" + ChargeKind.CORRECTION + "~" + period,
                period,
                line.organisation(),
                line.agreement(),
                line.line(),
                line.service(),
                line.offering(),
                component,
                ChargeKind.CORRECTION,
                known.from(),
                known.to(),
                late,
                known.metered(),
                known.included(),
                known.unitPrice(),
                known.negotiated(),
                difference.exact().toString(),
                working,
                difference,
                known.priceId(),
                null,
                before.map(ComputedCharge::number).orElse(null)));
    }

    private static Money amount(Optional<ComputedCharge> charge) {
        return charge.map(ComputedCharge::amount).orElse(Money.ZERO);
    }

    /**
     * The readings of the component's meter in the metered part of {@code used} that are charged by the end of {@code
     * charged}: those known when {@code used} was closed, and the late ones recorded up to and including {@code
     * charged}.
     */
    private List<Reading> readingsCharged(String component, YearMonth used, YearMonth charged) {
        Optional<DateRange> metered = meteredPeriod(used);
        Optional<PriceVersion> price = metered.flatMap(range -> usagePrice(component, range.lastDay()));
        if (price.isEmpty()) {
            return List.of();
        }
        Instant closed = closings.get(used);
        return line.readings().stream()
                .filter(reading -> reading.meter().equals(price.get().meter()))
                .filter(reading -> metered.get().contains(reading.usedOn()))
                .filter(reading -> closed == null
                        || !reading.recordedAt().isAfter(closed)
                        || (charged.isAfter(used)
                                && !YearMonth.from(reading.recordedAt().atZone(ZONE))
                                        .isAfter(charged)))
                .toList();
    }

    // ---------------------------------------------------------------- common

    private List<String> usageComponents() {
        return line.prices().stream()
                .filter(price -> price.kind().isUsage())
                .map(PriceVersion::component)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Negotiation> negotiation(String component, LocalDate day) {
        return line.negotiations().stream()
                .filter(negotiation -> negotiation.component().equals(component)
                        && negotiation.valid().contains(day))
                .findFirst();
    }

    private static Share unitPrice(PriceVersion price, Optional<Negotiation> negotiation) {
        return negotiation
                .map(agreed -> agreed.apply(price.unitPrice()))
                .orElseGet(() -> price.unitPrice().exact());
    }

    private Optional<ComputedCharge> charge(
            YearMonth period,
            PriceVersion price,
            ChargeKind kind,
            DateRange range,
            BigDecimal quantity,
            Optional<Negotiation> negotiation,
            Share exact,
            String working,
            OrderNumber order) {
        Money amount = Money.rounded(exact);
        if (amount.isZero()) {
            return Optional.empty();
        }
        return Optional.of(new ComputedCharge(
                line.line() + "~" + price.component() + "~" + range.start() + "~" + kind
                        + (order == null ? "" : "~" + order),
                period,
                line.organisation(),
                line.agreement(),
                line.line(),
                line.service(),
                line.offering(),
                price.component(),
                kind,
                range.start(),
                range.end(),
                quantity,
                null,
                null,
                price.unitPrice() == null ? null : Working.exactDecimal(unitPrice(price, negotiation)),
                negotiation
                        .map(agreed -> agreed.kind() + " " + Working.plain(agreed.value()))
                        .orElse(null),
                exact.toString(),
                working,
                amount,
                price.priceId(),
                order,
                null));
    }
}
