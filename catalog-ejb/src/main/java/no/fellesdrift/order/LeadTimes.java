package no.fellesdrift.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;

/**
 * How long deliveries took, in working days from approval to delivery, and how many came within the lead time that was
 * promised. Only lines that count for a lead time; a line is counted in the month of its delivery.
 *
 * @param months January to December; a month without a delivery has none
 * @param services those that something was delivered of, by code
 */
public record LeadTimes(int year, Delivered all, List<OfMonth> months, List<OfService> services) {

    /** The deliveries of a month. */
    public record OfMonth(YearMonth month, Delivered delivered) {}

    /** The deliveries of a service. */
    public record OfService(ServiceCode service, LocalizedText name, Delivered delivered) {}

    /**
     * Some deliveries.
     *
     * @param within how many of them came on the promised day or earlier
     * @param median working days; half a day where two stand in the middle; null without deliveries
     */
    public record Delivered(int count, int within, BigDecimal median) {

        /** In percent, cut to one decimal; null without deliveries. */
        public BigDecimal withinPercent() {
            return count == 0
                    ? null
                    : BigDecimal.valueOf(100L * within).divide(BigDecimal.valueOf(count), 1, RoundingMode.FLOOR);
        }
    }

    /** Deliveries while they are gathered. */
    static final class Gathered {

        private final List<Integer> days = new ArrayList<>();
        private int within;

        void add(int workingDays, boolean inTime) {
            days.add(workingDays);
            if (inTime) {
                within++;
            }
        }

        Delivered told() {
            return new Delivered(days.size(), within, median());
        }

        private BigDecimal median() {
            if (days.isEmpty()) {
                return null;
            }
            Collections.sort(days);
            int upper = days.get(days.size() / 2);
            int lower = days.get((days.size() - 1) / 2);
            return BigDecimal.valueOf(lower + upper)
                    .divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY)
                    .stripTrailingZeros();
        }
    }
}
