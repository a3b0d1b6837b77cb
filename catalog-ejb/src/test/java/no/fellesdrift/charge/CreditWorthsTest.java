package no.fellesdrift.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.CreditDue;
import org.junit.jupiter.api.Test;

class CreditWorthsTest {

    private static final OrgNumber AGENCY = OrgNumber.of("974760819");

    @Test
    void a_percentage_of_the_recurring_charges_says_how_it_was_reckoned() {
        assertThat(worths(Map.of("L-1", "13455.00"), due("L-1", "A", "7.5", "0", null, null)))
                .containsExactly("L-1~A -1009.13");
    }

    @Test
    void kroner_are_capped_by_what_the_line_s_cap_leaves_all_of_them_together() {
        assertThat(worths(
                        Map.of("L-1", "10000.00"),
                        due("L-1", "A", "10", "700.00", null, null),
                        due("L-1", "B", "10", "700.00", null, null)))
                .containsExactly("L-1~A -700.00", "L-1~B -300.00");
    }

    @Test
    void a_service_s_cap_is_shared_by_the_lines_that_an_agency_has_of_it() {
        // 10 % of 3 000.00 for the service
        assertThat(worths(
                        Map.of("L-1", "1000.00", "L-2", "2000.00"),
                        due("L-1", "A", "25", "0", "10", null),
                        due("L-2", "A", "25", "0", "10", null)))
                .containsExactly("L-1~A -250.00", "L-2~A -50.00");
    }

    @Test
    void a_year_s_cap_counts_what_earlier_months_gave() {
        Map<LineNumber, CreditWorths.Year> years =
                Map.of(LineNumber.of("L-1"), new CreditWorths.Year(Money.of("10000.00"), Money.of("1400.00")));
        Map<String, CreditWorths.Worth> worths = CreditWorths.of(
                List.of(due("L-1", "A", "20", "0", null, "15")),
                lines(List.of("L-1")),
                Map.of(LineNumber.of("L-1"), Money.of("1000.00")),
                years);
        assertThat(worths.get("L-1~A").amount()).isEqualTo(Money.of("-100.00"));
        assertThat(worths.get("L-1~A").working())
                .isEqualTo("−1000.00 × 20 ÷ 100 = −200.00\n−min(200.00; 100.00) = −100.00");
    }

    @Test
    void no_cap_is_ever_passed_and_nothing_is_charged_the_wrong_way() {
        Random random = new Random(20_261_031);
        for (int i = 0; i < 1_000; i++) {
            Map<String, String> bases = new LinkedHashMap<>();
            List<CreditDue> dues = new ArrayList<>();
            for (int line = 1; line <= 1 + random.nextInt(4); line++) {
                bases.put("L-" + line, Money.ofOere(random.nextInt(1_000_000)).toString());
                dues.add(due(
                        "L-" + line,
                        "A",
                        String.valueOf(random.nextInt(40)),
                        random.nextBoolean() ? "0" : "1234.50",
                        "10",
                        null));
            }
            Map<LineNumber, Money> money = bases(bases);
            Map<String, CreditWorths.Worth> worths =
                    CreditWorths.of(dues, lines(List.copyOf(bases.keySet())), money, Map.of());
            Money given = Money.sum(worths.values().stream()
                    .map(worth -> worth.amount().negate())
                    .toList());
            Money cap = Money.rounded(Money.sum(money.values()).exact().times(Share.of(1, 10)));
            assertThat(given).isLessThanOrEqualTo(cap);
            assertThat(worths.values()).noneMatch(worth -> worth.amount().compareTo(Money.ZERO) > 0);
        }
    }

    private static List<String> worths(Map<String, String> bases, CreditDue... dues) {
        return CreditWorths.of(List.of(dues), lines(List.copyOf(bases.keySet())), bases(bases), Map.of())
                .entrySet()
                .stream()
                .map(worth -> worth.getKey() + " " + worth.getValue().amount())
                .toList();
    }

    private static Map<LineNumber, Money> bases(Map<String, String> bases) {
        Map<LineNumber, Money> money = new LinkedHashMap<>();
        bases.forEach((line, base) -> money.put(LineNumber.of(line), Money.of(base)));
        return money;
    }

    private static Map<LineNumber, LineBasis> lines(List<String> numbers) {
        Map<LineNumber, LineBasis> lines = new LinkedHashMap<>();
        numbers.forEach(number -> lines.put(
                LineNumber.of(number),
                new LineBasis(
                        AgreementNumber.of("AVT-2026-02"),
                        LineNumber.of(number),
                        AGENCY,
                        ServiceCode.of("NET-WAN"),
                        OfferingCode.of("NET-WAN-1G"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())));
        return lines;
    }

    private static CreditDue due(
            String line, String level, String percent, String kroner, String capService, String capYear) {
        return new CreditDue(
                YearMonth.of(2026, 10),
                LineNumber.of(line),
                AGENCY,
                level,
                1,
                false,
                Share.of(98),
                Share.of(new BigDecimal(percent)),
                Share.of(new BigDecimal(percent)),
                Money.of(kroner),
                capService == null ? null : new BigDecimal(capService),
                capYear == null ? null : new BigDecimal(capYear));
    }
}
