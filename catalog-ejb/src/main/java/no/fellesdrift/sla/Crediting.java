package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;

/**
 * From the breaches of a period to the credits they give. The levels of a line are combined whatever scheme each has,
 * for the cap is the line's: those that add up in order of their code until the cap, and of those where the highest
 * counts alone the first with the highest percentage, as far as the cap leaves room.
 */
final class Crediting {

    /** A level that was not met. {@code achieved} is exact, in percent. */
    record Breached(
            YearMonth period,
            LineNumber line,
            OrgNumber agency,
            String level,
            int resultVersion,
            boolean provisional,
            Share achieved,
            CreditScheme scheme) {

        BigDecimal tier() {
            return scheme.percent(achieved);
        }
    }

    private Crediting() {}

    /** In order of line and level; a level that gives nothing is left out. */
    static List<CreditDue> of(List<Breached> breaches) {
        Map<LineNumber, List<Breached>> lines =
                breaches.stream().collect(Collectors.groupingBy(Breached::line, TreeMap::new, Collectors.toList()));
        return lines.values().stream().flatMap(line -> ofLine(line).stream()).toList();
    }

    private static List<CreditDue> ofLine(List<Breached> breaches) {
        List<Breached> counted = new ArrayList<>(breaches.stream()
                .filter(breach -> !breach.scheme().highestOnly())
                .toList());
        highest(breaches).ifPresent(counted::add);
        counted.sort(Comparator.comparing(Breached::level));
        List<CreditDue> credits = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        for (Breached breach : counted) {
            BigDecimal room = breach.scheme().capPercent().subtract(given).max(BigDecimal.ZERO);
            BigDecimal percent = breach.tier().min(room);
            if (percent.signum() > 0) {
                given = given.add(percent);
                credits.add(new CreditDue(
                        breach.period(),
                        breach.line(),
                        breach.agency(),
                        breach.level(),
                        breach.resultVersion(),
                        breach.provisional(),
                        breach.achieved(),
                        breach.tier(),
                        percent));
            }
        }
        return credits;
    }

    private static Optional<Breached> highest(List<Breached> breaches) {
        return breaches.stream()
                .filter(breach -> breach.scheme().highestOnly())
                .min(Comparator.comparing(Breached::tier).reversed().thenComparing(Breached::level));
    }
}
