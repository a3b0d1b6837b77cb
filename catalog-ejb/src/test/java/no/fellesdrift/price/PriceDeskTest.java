package no.fellesdrift.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Announcing on 3 November 2026. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
class PriceDeskTest {

    private static final Database DATABASE = DemoData.fresh();
    private static final OfferingCode ROOM = OfferingCode.of("COL-VIDEO-ROM");
    private static final OfferingCode FILES = OfferingCode.of("COL-FILE-STD");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_coming_price_takes_over_where_the_one_before_ends_and_is_told() {
        Heard<Happened> heard = new Heard<>();
        PriceView next = DATABASE.inTransaction(em -> {
            PriceDesk desk = PriceDesks.prices(em);
            desk.happened = heard;
            return desk.announce(draft(ROOM, "BASE", "2975.50", "2027-01-01"));
        });
        assertThat(next.priceId()).isEqualTo("COL-VIDEO-ROM/BASE/2027-01-01");
        assertThat(next.kind()).isEqualTo(PriceKind.QUARTER);
        assertThat(next.announcedOn()).isEqualTo(LocalDate.parse("2026-11-03"));
        assertThat(on(ROOM, "2026-12-31")).containsExactly("BASE 2850.0000", "ETABLERING 18500.0000");
        assertThat(on(ROOM, "2027-01-01")).containsExactly("BASE 2975.5000", "ETABLERING 18500.0000");
        assertThat(heard.all)
                .containsExactly(new Happened(
                        "price.announce",
                        "Price",
                        "COL-VIDEO-ROM/BASE/2027-01-01",
                        null,
                        "COL-VIDEO-ROM/BASE/2025-01-01",
                        "COL-VIDEO-ROM/BASE/2027-01-01",
                        "2975.5000"));
    }

    @Test
    void several_coming_prices_follow_one_another() {
        DATABASE.transaction(em -> {
            PriceDesk desk = PriceDesks.prices(em);
            desk.announce(draft(ROOM, "ETABLERING", "19000", "2027-07-01"));
            desk.announce(draft(ROOM, "ETABLERING", "20000", "2028-01-01"));
        });
        DATABASE.transaction(em -> assertThat(PriceDesks.prices(em).versions(List.of(ROOM)).stream()
                        .filter(price -> price.component().equals("ETABLERING"))
                        .map(price ->
                                price.valid().start() + " to " + price.valid().end()))
                .containsExactly("2025-01-01 to 2027-07-01", "2027-07-01 to 2028-01-01", "2028-01-01 to null"));
    }

    @Test
    void tiers_are_followed_by_tiers() {
        DATABASE.transaction(em -> PriceDesks.prices(em)
                .announce(tiers("2027-01-01", tier("0", "8000", "0.5500"), tier("8000", null, "0.2500"))));
        DATABASE.transaction(em -> assertThat(
                        PriceDesks.prices(em).listOn(FILES, LocalDate.parse("2027-01-01")).stream()
                                .filter(price -> price.component().equals("LAGRING"))
                                .flatMap(price -> price.tiers().stream())
                                .map(tier -> tier.from().stripTrailingZeros().toPlainString() + " " + tier.unitPrice()))
                .containsExactly("0 0.5500", "8000 0.2500"));
    }

    @Test
    void what_holds_today_or_before_is_never_changed() {
        assertThat(refused(draft(ROOM, "BASE", "1", "2026-11-03"))).isEqualTo(PriceReason.ALREADY_IN_FORCE);
        assertThat(refused(draft(ROOM, "BASE", "1", "2025-06-01"))).isEqualTo(PriceReason.ALREADY_IN_FORCE);
    }

    @Test
    void nothing_comes_before_what_is_already_announced() {
        // 42 kroner from new year are announced
        OfferingCode user = OfferingCode.of("COL-VIDEO-STD");
        assertThat(refused(draft(user, "BASE", "40", "2026-12-01"))).isEqualTo(PriceReason.NOT_AFTER_LAST);
        assertThat(refused(draft(user, "BASE", "40", "2027-01-01"))).isEqualTo(PriceReason.NOT_AFTER_LAST);
    }

    @Test
    void a_list_price_never_pays_the_customer() {
        assertThat(refused(draft(ROOM, "BASE", "-3", "2029-01-01"))).isEqualTo(PriceReason.NEGATIVE_PRICE);
        assertThat(refused(tiers("2029-01-01", tier("0", null, "-0.1")))).isEqualTo(PriceReason.NEGATIVE_PRICE);
    }

    @Test
    void a_unit_price_stays_a_unit_price_and_tiers_stay_tiers() {
        assertThat(refused(draft(FILES, "LAGRING", "0.60", "2029-01-01"))).isEqualTo(PriceReason.TIERS_AND_PRICE);
        assertThat(refused(new PriceDraft(ROOM, "BASE", null, List.of(), LocalDate.parse("2029-01-01"))))
                .isEqualTo(PriceReason.TIERS_AND_PRICE);
    }

    @Test
    void tiers_begin_at_nothing_have_no_gap_and_end_nowhere() {
        assertThat(refused(tiers("2029-01-01", tier("10", null, "0.5")))).isEqualTo(PriceReason.TIERS_HAVE_GAPS);
        assertThat(refused(tiers("2029-01-01", tier("0", "10", "0.5"), tier("11", null, "0.4"))))
                .isEqualTo(PriceReason.TIERS_HAVE_GAPS);
        assertThat(refused(tiers("2029-01-01", tier("0", "10", "0.5")))).isEqualTo(PriceReason.TIERS_HAVE_GAPS);
        assertThat(refused(tiers("2029-01-01", tier("0", null, "0.5"), tier("10", null, "0.4"))))
                .isEqualTo(PriceReason.TIERS_HAVE_GAPS);
    }

    @Test
    void what_has_no_price_gets_none_announced() {
        assertThat(refused(draft(ROOM, "LEIE", "1", "2029-01-01"))).isEqualTo(PriceReason.PRICE_NOT_FOUND);
        assertThat(refused(draft(OfferingCode.of("NO-SUCH"), "BASE", "1", "2029-01-01")))
                .isEqualTo(PriceReason.PRICE_NOT_FOUND);
    }

    private static PriceDraft draft(OfferingCode offering, String component, String price, String from) {
        return new PriceDraft(offering, component, UnitPrice.of(price), List.of(), LocalDate.parse(from));
    }

    private static PriceDraft tiers(String from, PriceView.Tier... tiers) {
        return new PriceDraft(FILES, "LAGRING", null, List.of(tiers), LocalDate.parse(from));
    }

    private static PriceView.Tier tier(String from, String to, String price) {
        return new PriceView.Tier(new BigDecimal(from), to == null ? null : new BigDecimal(to), UnitPrice.of(price));
    }

    private static List<String> on(OfferingCode offering, String date) {
        return DATABASE.inTransaction(em -> PriceDesks.prices(em).listOn(offering, LocalDate.parse(date)).stream()
                .map(price -> price.component() + " " + price.unitPrice())
                .toList());
    }

    /** Refused and rolled back. */
    private static Rejection.Reason refused(PriceDraft draft) {
        return catchThrowableOfType(
                        Rejection.class,
                        () -> DATABASE.transaction(em -> PriceDesks.prices(em).announce(draft)))
                .reason();
    }
}
