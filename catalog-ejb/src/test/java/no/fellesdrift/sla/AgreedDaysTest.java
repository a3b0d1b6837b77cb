package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.Test;

class AgreedDaysTest {

    @Test
    void the_days_of_every_availability_add_up_to_its_agreed_time() throws Exception {
        try (Database database = DemoData.fresh()) {
            AtomicInteger tried = new AtomicInteger();
            database.transaction(em -> {
                LevelDesk desk = Wiring.over(em)
                        .with(CurrentCaller.class, CurrentCaller.of(Callers.SERVICE_LEVEL_MANAGER))
                        .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                        .get(LevelDesk.class);
                ResultQuery query = ResultQuery.of(YearMonth.of(2026, 9), Optional.of(Callers.RA));
                desk.results(query, PageRequest.first(1000)).items().stream()
                        .filter(result -> result.availability() != null)
                        .forEach(result -> {
                            List<ExplanationView.DayView> days =
                                    desk.explanation(result.id()).days();
                            assertThat(days.stream()
                                            .mapToLong(ExplanationView.DayView::seconds)
                                            .sum())
                                    .as(result.id())
                                    .isEqualTo(result.availability().agreedSeconds());
                            tried.incrementAndGet();
                        });
                assertThat(desk.explanation("2026-09~RA-100~S-AV~1").days())
                        .hasSize(30)
                        .startsWith(new ExplanationView.DayView(LocalDate.of(2026, 9, 1), 86_400));
            });
            assertThat(tried.get()).isGreaterThan(10);
        }
    }
}
