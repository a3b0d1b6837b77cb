package no.fellesdrift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.catalogue.CatalogueReason;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.Test;

class AgreementDeskTest {
    private static final Database DATABASE = DemoData.fresh();
    private static final Caller MET_ORDERER = Callers.person("met-best", Callers.MET, Role.ORDERER);
    private static final AgreementNumber RA = AgreementNumber.of("AVT-2026-02");
    private static final AgreementNumber MET = AgreementNumber.of("AVT-2026-06");
    private static final AgreementNumber NP_DRAFT = AgreementNumber.of("AVT-2026-07");
    private static final OfferingCode PC = OfferingCode.of("WPL-PC-STD");
    private static final OfferingCode WORKSTATION = OfferingCode.of("WPL-PC-WS");
    private static final OfferingCode SERVER = OfferingCode.of("SRV-VM-M");
    private static final OfferingCode LINK = OfferingCode.of("NET-WAN-1G");
    private static final OrderNumber ORDER = OrderNumber.of("B-2026-0099");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Optional<LineNumber> NONE = Optional.empty();

    private final Heard<Happened> heard = new Heard<>();

    @Test
    void an_agency_sees_its_own_agreements_only() {
        as(Callers.RA_ORDERER, desk -> {
            assertThat(desk.agreements(AgreementFilter.all(), PageRequest.first(50))
                            .items())
                    .extracting(one -> one.number() + " " + one.state())
                    .containsExactly("AVT-2026-02 ACTIVE", "AVT-2023-02 ENDED");
            assertThat(desk.agreement(RA).lines()).hasSize(32);
        });
        as(Callers.OBSERVER, desk -> {
            assertThat(desk.agreements(AgreementFilter.all(), PageRequest.first(3))
                            .total())
                    .isEqualTo(8);
        });
    }

    @Test
    void another_agencys_agreement_and_line_are_not_found() {
        as(Callers.NP_ORDERER, desk -> {
            refused(AgreementReason.AGREEMENT_NOT_FOUND, () -> desk.agreement(RA));
            refused(AgreementReason.AGREEMENT_NOT_FOUND, () -> desk.objectives(RA));
            refused(AgreementReason.AGREEMENT_NOT_FOUND, () -> desk.linesOf(Callers.RA));
            refused(AgreementReason.LINE_NOT_FOUND, () -> desk.line(LineNumber.of("RA-010")));
            AgreementFilter theirs =
                    new AgreementFilter("", Optional.of(Callers.RA), Optional.empty(), Optional.empty());
            refused(AgreementReason.AGREEMENT_NOT_FOUND, () -> desk.agreements(theirs, PageRequest.first(10)));
        });
    }

    @Test
    void a_platform_agreement_gives_every_orderable_offering_of_an_active_service() {
        as(Callers.RA_ORDERER, desk -> {
            assertThat(desk.mustAllow(RA, WORKSTATION, DAY).number()).isEqualTo(RA);
            refused(CatalogueReason.NOT_ORDERABLE, () -> desk.mustAllow(RA, OfferingCode.of("WPL-VDI-STD"), DAY));
            refused(CatalogueReason.OFFERING_NOT_FOUND, () -> desk.mustAllow(RA, OfferingCode.of("DAT-AI-PIL"), DAY));
        });
    }

    @Test
    void an_agreement_on_single_services_gives_only_what_it_has_a_line_of() {
        as(MET_ORDERER, desk -> {
            assertThat(desk.allows(MET, OfferingCode.of("SEC-CERT-STD"), DAY)).isTrue();
            assertThat(desk.allows(MET, PC, DAY)).isFalse();
            refused(AgreementReason.NOT_ELIGIBLE, () -> desk.mustAllow(MET, PC, DAY));
        });
    }

    @Test
    void a_draft_and_an_agreement_out_of_its_time_allow_nothing() {
        as(Callers.NP_ORDERER, desk -> {
            refused(AgreementReason.NOT_COVERED, () -> desk.mustAllow(NP_DRAFT, LINK, DAY));
        });
        as(Callers.RA_ORDERER, desk -> {
            refused(AgreementReason.NOT_COVERED, () -> desk.mustAllow(RA, PC, LocalDate.of(2029, 1, 1)));
        });
    }

    @Test
    void a_delivered_new_order_begins_a_line_with_the_next_free_ten() {
        as(Callers.ORDER_DESK, desk -> {
            LineView line = desk.applyDelivery(NONE, RA, WORKSTATION, LineChange.NEW, units(4), DAY, ORDER);

            assertThat(line.line()).isEqualTo(LineNumber.of("RA-330"));
            assertThat(line.serviceLevelPackage()).isEqualTo("EXTENDED");
            assertThat(line.rows())
                    .extracting(AgreementDeskTest::words)
                    .containsExactly("1: 4 [2026-11-03, 2029-01-01) B-2026-0099");
            assertThat(heard.all)
                    .containsExactly(new Happened(
                            "agreement.new",
                            "AgreementLine",
                            "RA-330",
                            Callers.RA,
                            "0",
                            "4",
                            "B-2026-0099, 2026-11-03"));
        });
    }

    @Test
    void a_delivered_increase_is_stored_as_a_row_of_its_own() {
        as(Callers.ORDER_DESK, desk -> {
            LineView line = desk.applyDelivery(
                    line("RA-150"), RA, OfferingCode.of("SRV-VM-L"), LineChange.INCREASE, units(2), DAY, ORDER);

            assertThat(line.rows())
                    .extracting(AgreementDeskTest::words)
                    .containsExactly(
                            "1: 6 [2026-01-01, 2026-10-21) null",
                            "2: 8 [2026-10-21, 2026-11-03) B-2026-0042",
                            "3: 10 [2026-11-03, 2029-01-01) B-2026-0099");
        });
    }

    @Test
    void a_replacement_leaves_the_line_as_it_is_and_an_end_ends_it() {
        as(Callers.ORDER_DESK, desk -> {
            LineView replaced =
                    desk.applyDelivery(line("RA-140"), RA, SERVER, LineChange.REPLACEMENT, units(1), DAY, ORDER);
            assertThat(replaced.rows()).hasSize(1);

            LineView ended = desk.applyDelivery(line("RA-140"), RA, SERVER, LineChange.END, null, DAY, ORDER);

            assertThat(ended.valid().end()).isEqualTo(DAY);
            refused(
                    AgreementReason.LINE_NOT_OPEN,
                    () -> desk.applyDelivery(line("RA-140"), RA, SERVER, LineChange.REPLACEMENT, units(1), DAY, ORDER));
        });
    }

    @Test
    void a_delivery_is_refused_when_the_agreement_does_not_cover_the_day_or_the_line_is_another_ones() {
        as(Callers.ORDER_DESK, desk -> {
            refused(
                    AgreementReason.NOT_COVERED,
                    () -> desk.applyDelivery(NONE, NP_DRAFT, LINK, LineChange.NEW, units(1), DAY, ORDER));
            refused(
                    AgreementReason.WRONG_LINE,
                    () -> desk.applyDelivery(line("NP-010"), RA, PC, LineChange.INCREASE, units(1), DAY, ORDER));
            refused(
                    AgreementReason.LINE_MISSING,
                    () -> desk.applyDelivery(NONE, RA, PC, LineChange.INCREASE, units(1), DAY, ORDER));
            refused(
                    AgreementReason.QUANTITY_NOT_POSITIVE,
                    () -> desk.applyDelivery(line("RA-010"), RA, PC, LineChange.INCREASE, units(0), DAY, ORDER));
        });
    }

    @Test
    void a_line_agreed_from_1_november_may_be_delivered_on_30_october() {
        as(Callers.ORDER_DESK, desk -> {
            LineView line = desk.applyDelivery(
                    line("NP-140"),
                    AgreementNumber.of("AVT-2026-05"),
                    OfferingCode.of("SRV-VM-S"),
                    LineChange.NEW,
                    units(3),
                    LocalDate.of(2026, 10, 30),
                    OrderNumber.of("B-2026-0055"));

            assertThat(line.valid().start()).isEqualTo(LocalDate.of(2026, 11, 1));
        });
    }

    @Test
    void the_open_line_of_an_offering_is_found() {
        as(Callers.RA_ORDERER, desk -> {
            assertThat(desk.openLine(RA, SERVER, DAY).map(LineView::line)).isEqualTo(line("RA-140"));
            assertThat(desk.openLine(RA, OfferingCode.of("NET-WAN-10G"), DAY)).isEmpty();
        });
    }

    /** Always rolled back, so that every test meets the same sector. */
    private void as(Caller caller, Consumer<AgreementDesk> work) {
        try (EntityManager em = DATABASE.factory().createEntityManager()) {
            em.getTransaction().begin();
            try {
                work.accept(AgreementDesks.agreements(em, caller, heard));
            } finally {
                em.getTransaction().rollback();
            }
        }
    }

    private static Optional<LineNumber> line(String number) {
        return Optional.of(LineNumber.of(number));
    }

    private static BigDecimal units(int quantity) {
        return BigDecimal.valueOf(quantity);
    }

    private static String words(LineView.Row row) {
        return row.rowNo() + ": " + row.quantity().stripTrailingZeros().toPlainString() + " " + row.valid() + " "
                + row.fromOrder();
    }

    private static void refused(Rejection.Reason reason, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
