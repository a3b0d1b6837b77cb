package no.fellesdrift.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.NegotiatedTerm;
import no.fellesdrift.price.OneOffEvent;
import no.fellesdrift.price.PriceKind;
import no.fellesdrift.price.PriceView;

/** What lines cost over a stretch of days, as they stand agreed. Pure arithmetic. */
final class Commitment {

    private final List<PriceView> prices;
    private final List<NegotiatedTerm> terms;

    /**
     * @param prices every version of the offerings concerned
     * @param terms every negotiated term of the lines concerned
     */
    Commitment(Collection<PriceView> prices, Collection<NegotiatedTerm> terms) {
        this.prices = List.copyOf(prices);
        this.terms = List.copyOf(terms);
    }

    static DateRange year(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /** The whole of a line within the days: recurring, one-off of orders, minimums. Rounded once per component. */
    Money of(LineView line, DateRange days) {
        Money total = Money.ZERO;
        List<String> components = prices.stream()
                .filter(price -> price.offering().equals(line.offering()))
                .map(PriceView::component)
                .distinct()
                .toList();
        for (String component : components) {
            Share exact = Share.ZERO;
            for (LineView.Row row : line.rows()) {
                Optional<DateRange> within = row.valid().intersection(days);
                if (within.isPresent()) {
                    exact = exact.plus(recurring(line, component, row.quantity(), within.get()))
                            .plus(minimums(line, component, row, within.get()));
                }
            }
            total = total.plus(Money.rounded(exact.plus(oneOffs(line, component, days))));
        }
        return total;
    }

    /** Recurring prices for a quantity that is added to a line, or would begin one, over the days. */
    Money ofAdded(LineView line, BigDecimal quantity, DateRange days) {
        Money total = Money.ZERO;
        for (String component : prices.stream()
                .filter(price -> price.offering().equals(line.offering()))
                .map(PriceView::component)
                .distinct()
                .toList()) {
            total = total.plus(Money.rounded(recurring(line, component, quantity, days)));
        }
        return total;
    }

    private Share recurring(LineView line, String component, BigDecimal quantity, DateRange days) {
        Share sum = Share.ZERO;
        for (DateRange piece : cut(line, component, days)) {
            Optional<ComponentPrice> price = priceOn(line, component, piece.start());
            if (price.isPresent()) {
                sum = sum.plus(price.get().recurring(quantity, piece));
            }
        }
        return sum;
    }

    /** A minimum that is charged without use, once per month in which the row is the line's last of the month. */
    private Share minimums(LineView line, String component, LineView.Row row, DateRange within) {
        Share sum = Share.ZERO;
        LocalDate month = within.start().withDayOfMonth(1);
        while (month.isBefore(within.lastDay().plusDays(1))) {
            DateRange whole = new DateRange(month, month.plusMonths(1));
            LocalDate last = within.intersection(whole).orElseThrow().lastDay();
            boolean lastOfMonth = line.rows().stream()
                    .noneMatch(
                            other -> other.valid().start().isAfter(row.valid().start())
                                    && other.valid().overlaps(whole));
            Optional<PriceView> price = priceOn(line, component, last)
                    .map(ComponentPrice::list)
                    .filter(list -> list.kind().usage() && list.minimumWhenUnused() && list.minimumAmount() != null);
            if (lastOfMonth && price.isPresent()) {
                sum = sum.plus(price.get().minimumAmount().exact());
            }
            month = month.plusMonths(1);
        }
        return sum;
    }

    /** The one-off prices of rows that an order brought within the days, for the units it brought. */
    private Share oneOffs(LineView line, String component, DateRange days) {
        Share sum = Share.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        for (LineView.Row row : line.rows()) {
            BigDecimal added = row.quantity().subtract(before);
            boolean begins = row.equals(line.rows().get(0));
            if (row.fromOrder() != null
                    && added.signum() > 0
                    && days.contains(row.valid().start())) {
                Optional<ComponentPrice> price = priceOn(
                                line, component, row.valid().start())
                        .filter(one -> one.list().kind() == PriceKind.ONE_OFF
                                && (begins || one.list().oneOffEvent() == OneOffEvent.NEW_AND_INCREASE));
                if (price.isPresent()) {
                    sum = sum.plus(price.get().unitPrice().times(Share.of(added)));
                }
            }
            before = row.quantity();
        }
        return sum;
    }

    private Optional<ComponentPrice> priceOn(LineView line, String component, LocalDate date) {
        return prices.stream()
                .filter(price -> price.offering().equals(line.offering())
                        && price.component().equals(component)
                        && price.holdsOn(date))
                .findFirst()
                .map(price -> new ComponentPrice(
                        price,
                        terms.stream()
                                .filter(term -> term.line().equals(line.line().value())
                                        && term.component().equals(component)
                                        && term.valid().contains(date))
                                .findFirst()));
    }

    /** The days cut wherever the price version or the negotiated term changes. */
    private List<DateRange> cut(LineView line, String component, DateRange days) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        dates.add(days.start());
        prices.stream()
                .filter(price -> price.offering().equals(line.offering())
                        && price.component().equals(component))
                .forEach(price -> addEnds(dates, price.valid(), days));
        terms.stream()
                .filter(term -> term.line().equals(line.line().value())
                        && term.component().equals(component))
                .forEach(term -> addEnds(dates, term.valid(), days));
        List<DateRange> pieces = new ArrayList<>();
        for (LocalDate from : dates) {
            LocalDate next = dates.higher(from);
            pieces.add(new DateRange(from, next == null ? days.end() : next));
        }
        return pieces;
    }

    private static void addEnds(NavigableSet<LocalDate> dates, DateRange range, DateRange within) {
        if (within.contains(range.start())) {
            dates.add(range.start());
        }
        if (range.end() != null && within.contains(range.end())) {
            dates.add(range.end());
        }
    }
}
