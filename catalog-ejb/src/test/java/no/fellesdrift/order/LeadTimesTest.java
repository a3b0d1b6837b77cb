package no.fellesdrift.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The deliveries of 2026 in the demo sector; October's were counted by hand, day by day. */
class LeadTimesTest {

    private static Database database;

    @BeforeAll
    static void load() {
        database = DemoData.fresh();
    }

    /**
     * October's seventeen took 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 8 and 14 working days; those of 5, 10, 15, 20
     * and 21 October were a day or more late.
     */
    @Test
    void seventeen_deliveries_of_october_took_three_days_in_the_middle_and_twelve_were_in_time() {
        LeadTimes.Delivered october =
                of(Callers.ORDER_DESK, Optional.empty()).months().get(9).delivered();
        assertThat(october.count()).isEqualTo(17);
        assertThat(october.within()).isEqualTo(12);
        assertThat(october.median()).isEqualByComparingTo("3");
        assertThat(october.withinPercent()).isEqualByComparingTo("70.5");
    }

    @Test
    void a_month_without_deliveries_has_no_median_and_two_in_the_middle_give_half_a_day() {
        LeadTimes year = of(Callers.ORDER_DESK, Optional.empty());
        assertThat(year.months().get(10).delivered()).isEqualTo(new LeadTimes.Delivered(0, 0, null));
        assertThat(year.months().get(10).delivered().withinPercent()).isNull();
        LeadTimes.Gathered two = new LeadTimes.Gathered();
        two.add(2, true);
        two.add(5, false);
        assertThat(two.told().median()).isEqualByComparingTo("3.5");
    }

    @Test
    void months_and_services_add_up_to_the_year() {
        LeadTimes year = of(Callers.SERVICE_LEVEL_MANAGER, Optional.empty());
        assertThat(year.all().count()).isEqualTo(46);
        assertThat(year.months().stream()
                        .mapToInt(month -> month.delivered().count())
                        .sum())
                .isEqualTo(46);
        assertThat(year.services().stream()
                        .mapToInt(service -> service.delivered().count())
                        .sum())
                .isEqualTo(46);
    }

    @Test
    void an_agency_sees_its_own_deliveries_and_another_s_do_not_exist() {
        LeadTimes own = of(Callers.RA_ORDERER, Optional.empty());
        assertThat(own.months().get(9).delivered())
                .isEqualTo(of(Callers.OBSERVER, Optional.of(Callers.RA))
                        .months()
                        .get(9)
                        .delivered());
        assertThat(own.months().get(9).delivered())
                .extracting(LeadTimes.Delivered::count, LeadTimes.Delivered::within)
                .isEqualTo(tuple(4, 1).toList());
        assertThatThrownBy(() -> of(Callers.RA_ORDERER, Optional.of(Callers.NP)))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.reason()).isEqualTo(OrderReason.NOT_FOUND));
    }

    private static LeadTimes of(Caller caller, Optional<OrgNumber> organisation) {
        return database.inTransaction(em -> Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars")
                .get(OrderDesk.class)
                .leadTimes(2026, organisation));
    }
}
