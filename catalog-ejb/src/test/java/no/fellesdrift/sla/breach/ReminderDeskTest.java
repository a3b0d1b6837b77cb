package no.fellesdrift.sla.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.LevelsEvaluated;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An action due on 10 November 2026, and the days around it. */
class ReminderDeskTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final Database DATABASE = evaluated();

    private String breach;

    private static Database evaluated() {
        Database database = DemoData.fresh();
        database.transaction(em -> {
            Wiring wiring = wiring(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-05T08:00:00Z");
            int appended = wiring.get(LevelDesk.class).evaluate(SEPTEMBER).appended();
            BreachOpening opening = wiring.get(BreachOpening.class);
            opening.look(new LevelsEvaluated(SEPTEMBER, true, appended));
            List<BreachesOpened> told = ((Heard<BreachesOpened>) opening.opened).all;
            assertThat(told).hasSize(1);
            assertThat(told.get(0).numbers())
                    .hasSize(19)
                    .startsWith("BR-2026-0001", "BR-2026-0002")
                    .endsWith("BR-2026-0019");
            opening.look(new LevelsEvaluated(SEPTEMBER, true, 0));
            assertThat(told).as("a second look opens nothing").hasSize(1);
        });
        return database;
    }

    @BeforeEach
    void a_plan_with_an_action() {
        DATABASE.transaction(em -> {
            em.createNativeQuery("delete from breach_action").executeUpdate();
            em.createNativeQuery("update breach set state = 'OPEN'").executeUpdate();
        });
        as(desk -> {
            breach = desk.list(BreachFilter.ALL, PageRequest.first(1))
                    .items()
                    .get(0)
                    .number();
            desk.analyse(breach, "En svitsj sviktet.");
            desk.add(breach, new ActionDraft("Bytte svitsjen", "p-ordre1", LocalDate.of(2026, 11, 10)));
        });
    }

    @Test
    void it_is_told_of_once_before_its_day_and_every_week_after_it() {
        assertThat(remind("2026-11-06T22:59:59Z")).isEmpty();
        assertThat(remind("2026-11-06T23:00:00Z"))
                .containsExactly(
                        new ActionsDue.Action(breach, 1, "p-ordre1", owner(), LocalDate.of(2026, 11, 10), false));
        assertThat(remind("2026-11-07T08:00:00Z")).isEmpty();
        assertThat(remind("2026-11-10T08:00:00Z")).isEmpty();
        assertThat(remind("2026-11-11T08:00:00Z"))
                .extracting(ActionsDue.Action::overdue)
                .containsExactly(true);
        assertThat(remind("2026-11-11T09:00:00Z")).isEmpty();
        assertThat(remind("2026-11-17T08:00:00Z")).isEmpty();
        assertThat(remind("2026-11-18T08:00:00Z"))
                .extracting(ActionsDue.Action::overdue)
                .containsExactly(true);
    }

    @Test
    void what_is_done_or_fallen_is_not_told_of() {
        as(desk -> {
            desk.agree(breach);
            desk.done(breach, 1);
        });
        assertThat(remind("2026-11-11T08:00:00Z")).isEmpty();

        a_plan_with_an_action();
        DATABASE.transaction(
                em -> em.createNativeQuery("update breach set state = 'VOID'").executeUpdate());
        assertThat(remind("2026-11-11T08:00:00Z")).isEmpty();
    }

    @Test
    void what_is_late_when_it_is_first_looked_at_is_told_of_as_late() {
        assertThat(remind("2026-12-01T08:00:00Z"))
                .extracting(ActionsDue.Action::overdue)
                .containsExactly(true);
    }

    private String owner() {
        return DATABASE.inTransaction(em -> wiring(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-05T08:00:00Z")
                .get(BreachDesk.class)
                .breach(breach)
                .breach()
                .owner());
    }

    private static List<ActionsDue.Action> remind(String now) {
        return DATABASE.inTransaction(em -> {
            ReminderDesk desk = wiring(em, Caller.SYSTEM, now).get(ReminderDesk.class);
            int told = desk.remind();
            List<ActionsDue.Action> actions = ((Heard<ActionsDue>) desk.due)
                    .all.stream().flatMap(due -> due.actions().stream()).toList();
            assertThat(actions).hasSize(told);
            return actions;
        });
    }

    private static void as(Consumer<BreachDesk> step) {
        DATABASE.transaction(em -> step.accept(wiring(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-05T08:00:00Z")
                .get(BreachDesk.class)));
    }

    private static Wiring wiring(jakarta.persistence.EntityManager em, Caller caller, String now) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
