package no.fellesdrift.sla;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;

/**
 * From the breaches of a period to the credits they give. The levels of a line are combined whatever scheme each has,
 * for the cap is the line's: those that add up in order of their code until the cap, and of those where the highest
 * counts alone the first with the highest percentage, as far as the cap leaves room. Credits in kroner come last and
 * share what is left; what that is in kroner is known where the charges are.
 */
final class Crediting {

    private static final long DAY = 86_400;

    /** A level that was not met. {@code achieved} is exact, in percent. */
    record Breached(
            YearMonth period,
            LineNumber line,
            OrgNumber agency,
            String level,
            int resultVersion,
            boolean provisional,
            Share achieved,
            CreditScheme scheme,
            CreditScheme.Suffered suffered) {

        Breached(
                YearMonth period,
                LineNumber line,
                OrgNumber agency,
                String level,
                int resultVersion,
                boolean provisional,
                Share achieved,
                CreditScheme scheme) {
            this(
                    period,
                    line,
                    agency,
                    level,
                    resultVersion,
                    provisional,
                    achieved,
                    scheme,
                    CreditScheme.Suffered.NOTHING);
        }

        /** What it gives alone. */
        Share percent() {
            return scheme.percent(achieved, suffered, DAY * period.lengthOfMonth());
        }

        boolean inKroner() {
            return scheme.kind() == CreditScheme.Kind.AMOUNT_PER_UNIT;
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
                .filter(breach -> !breach.inKroner() && !breach.scheme().highestOnly())
                .toList());
        highest(breaches).ifPresent(counted::add);
        counted.sort(Comparator.comparing(Breached::level));
        List<CreditDue> credits = new ArrayList<>();
        Share given = Share.ZERO;
        for (Breached breach : counted) {
            Share percent = breach.percent().min(room(breach, given));
            if (percent.signum() > 0) {
                given = given.plus(percent);
                credits.add(due(breach, percent, Money.ZERO));
            }
        }
        for (Breached breach : breaches.stream()
                .filter(Breached::inKroner)
                .sorted(Comparator.comparing(Breached::level))
                .toList()) {
            Money amount = breach.scheme().amount(breach.suffered());
            Share room = room(breach, given);
            if (!amount.isZero() && room.signum() > 0) {
                credits.add(due(breach, room, amount));
            }
        }
        credits.sort(Comparator.comparing(CreditDue::level));
        return credits;
    }

    private static Share room(Breached breach, Share given) {
        return Share.of(breach.scheme().capPercent()).minus(given).max(Share.ZERO);
    }

    private static CreditDue due(Breached breach, Share percent, Money amount) {
        return new CreditDue(
                breach.period(),
                breach.line(),
                breach.agency(),
                breach.level(),
                breach.resultVersion(),
                breach.provisional(),
                breach.achieved(),
                breach.percent(),
                percent,
                amount,
                breach.scheme().capServicePercent(),
                breach.scheme().capYearPercent());
    }

    private static Optional<Breached> highest(List<Breached> breaches) {
        return breaches.stream()
                .filter(breach -> !breach.inKroner() && breach.scheme().highestOnly())
                .min(Comparator.comparing(Breached::percent).reversed().thenComparing(Breached::level));
    }
}
