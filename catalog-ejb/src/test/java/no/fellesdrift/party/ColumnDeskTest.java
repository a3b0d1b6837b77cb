package no.fellesdrift.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ColumnDeskTest {

    private static final Database DATABASE = DemoData.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_choice_is_remembered_for_its_person_and_its_list_alone() {
        as(Callers.RA_ORDERER, desk -> desk.hide("orders", Set.of("used", "due")));
        assertThat(hidden(Callers.RA_ORDERER, "orders")).containsExactlyInAnyOrder("due", "used");
        assertThat(hidden(Callers.RA_ORDERER, "agreements")).isEmpty();
        assertThat(hidden(Callers.RA_APPROVER, "orders")).isEmpty();
    }

    @Test
    void the_last_choice_stands_and_nothing_put_away_is_the_list_as_it_comes() {
        as(Callers.NP_ORDERER, desk -> desk.hide("levels", Set.of("line", "left")));
        as(Callers.NP_ORDERER, desk -> desk.hide("levels", Set.of("target")));
        assertThat(hidden(Callers.NP_ORDERER, "levels")).containsExactly("target");
        as(Callers.NP_ORDERER, desk -> desk.hide("levels", Set.of()));
        assertThat(hidden(Callers.NP_ORDERER, "levels")).isEmpty();
    }

    @Test
    void what_no_list_or_column_can_be_called_is_refused() {
        for (Consumer<ColumnDesk> nonsense : java.util.List.<Consumer<ColumnDesk>>of(
                desk -> desk.hide("a list", Set.of("due")),
                desk -> desk.hide("orders", Set.of("<script>")),
                desk -> desk.hide("x".repeat(41), Set.of("due")))) {
            assertThatThrownBy(() -> as(Callers.RA_ORDERER, nonsense))
                    .isInstanceOfSatisfying(
                            Rejection.class,
                            refused -> assertThat(refused.reason()).isEqualTo(PartyReason.BAD_COLUMNS));
        }
    }

    private static Set<String> hidden(Caller caller, String list) {
        return with(caller, desk -> desk.hidden(list));
    }

    private static void as(Caller caller, Consumer<ColumnDesk> work) {
        with(caller, desk -> {
            work.accept(desk);
            return null;
        });
    }

    private static <T> T with(Caller caller, Function<ColumnDesk, T> work) {
        return DATABASE.inTransaction(em -> work.apply(Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .get(ColumnDesk.class)));
    }
}
