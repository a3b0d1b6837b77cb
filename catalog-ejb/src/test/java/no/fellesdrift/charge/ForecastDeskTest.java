package no.fellesdrift.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForecastDeskTest {

    static Database database;

    @BeforeAll
    static void demo() {
        database = DemoData.fresh();
    }

    @Test
    void october_of_the_forecast_is_what_october_is_charged_without_corrections_and_credits() {
        Forecast forecast = as(Callers.CONTROLLER, desk -> desk.forecast(2026, Optional.empty(), Optional.empty()));
        assertThat(forecast.expectedAsIn()).contains(YearMonth.of(2026, 10));
        assertThat(forecast.months().get(9)).isEqualTo(Money.of("3399043.96").minus(Money.of("830.39")));
    }

    @Test
    void network_at_riksantikvaren_next_year_at_announced_prices() {
        Forecast forecast = as(Callers.RA_ORDERER, desk -> desk.forecast(2027, Optional.empty(), Optional.of("NET")));
        assertThat(forecast.organisation()).contains(Callers.RA);
        assertThat(forecast.lines())
                .allSatisfy(line -> assertThat(line.category()).isEqualTo("NET"));
        assertThat(forecast.lines())
                .extracting(line -> line.service().value(), line -> line.total().toString())
                .containsExactly(
                        tuple("NET-LAN", "439890.00"), tuple("NET-VPN", "65760.00"), tuple("NET-WAN", "114000.00"));
        assertThat(forecast.total()).isEqualTo(Money.of("619650.00"));
    }

    @Test
    void another_agency_s_forecast_does_not_exist() {
        assertThatThrownBy(() ->
                        as(Callers.RA_ORDERER, desk -> desk.forecast(2027, Optional.of(Callers.NP), Optional.empty())))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.reason()).isEqualTo(ChargeReason.NOT_FOUND));
    }

    private static Forecast as(Caller caller, Function<ForecastDesk, Forecast> work) {
        AtomicReference<Forecast> answer = new AtomicReference<>();
        database.transaction(em -> answer.set(work.apply(Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(WorkedMonth.EVALUATED_AT, ZoneOffset.UTC))
                .get(ForecastDesk.class))));
        return answer.get();
    }
}
