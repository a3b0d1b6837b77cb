package no.fellesdrift.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

class CatalogueDeskTest {
    private static final Database DATABASE = DemoData.fresh();
    private static final PageRequest PAGE = PageRequest.first(100);

    @Test
    void agencies_are_not_shown_a_proposed_service_and_staff_are() {
        assertThat(codes(Callers.RA_ORDERER, "nb", "")).hasSize(32).doesNotContain("DAT-AI");
        assertThat(codes(Callers.CATALOGUE_MANAGER, "nb", "")).hasSize(33).contains("DAT-AI");
        as(Callers.RA_ORDERER, desk -> {
            refused(CatalogueReason.SERVICE_NOT_FOUND, () -> desk.service(ServiceCode.of("DAT-AI")));
        });
    }

    @Test
    void a_search_reads_the_language_of_the_reader() {
        assertThat(codes(Callers.RA_ORDERER, "nb", "kryptert hjemmekontor")).containsExactly("NET-VPN");
        assertThat(codes(Callers.RA_ORDERER, "nn", "kryptert heimekontor")).containsExactly("NET-VPN");
        assertThat(codes(Callers.RA_ORDERER, "en", "encrypted travelling")).containsExactly("NET-VPN");
        assertThat(codes(Callers.RA_ORDERER, "en", "hjemmekontor")).isEmpty();
    }

    @Test
    void a_search_finds_parts_of_words_whatever_their_case_and_takes_signs_literally() {
        assertThat(codes(Callers.RA_ORDERER, "nb", "FORSKNINGSNETT")).contains("NET-WAN");
        assertThat(codes(Callers.RA_ORDERER, "nb", "net-wan")).containsExactly("NET-WAN");
        assertThat(codes(Callers.RA_ORDERER, "nb", "100%")).isEmpty();
        assertThat(codes(Callers.RA_ORDERER, "nb", "_")).isEmpty();
    }

    @Test
    void what_sikt_delivers_is_found_by_its_name_and_by_the_filter() {
        assertThat(codes(Callers.RA_ORDERER, "nb", "sikt videomøte")).contains("COL-VIDEO");
        ServiceFilter sikt = new ServiceFilter(
                "", "nb", Optional.empty(), Optional.empty(), Optional.of(Callers.SIKT), false, Optional.empty());
        as(Callers.RA_ORDERER, desk -> {
            Paged<ServiceView> found = desk.services(sikt, PAGE);
            assertThat(found.total()).isEqualTo(8);
            assertThat(found.items()).allMatch(ServiceView::upstream);
        });
    }

    @Test
    void the_counts_beside_the_list_follow_every_filter_but_their_own() {
        as(Callers.RA_ORDERER, desk -> {
            Facets all = desk.facets(ServiceFilter.all("nb"));
            assertThat(all.categories())
                    .extracting(one -> one.code() + " " + one.count())
                    .startsWith("WPL 4", "COL 3", "NET 4");
            assertThat(deliverers(all))
                    .containsExactly("Miljødirektoratet 24", "Sikt – Kunnskapssektorens tjenesteleverandør 8");
            Facets collaboration = desk.facets(new ServiceFilter(
                    "", "nb", Optional.of("COL"), Optional.empty(), Optional.empty(), false, Optional.empty()));
            assertThat(deliverers(collaboration))
                    .containsExactly("Miljødirektoratet 2", "Sikt – Kunnskapssektorens tjenesteleverandør 1");
            assertThat(collaboration.categories()).hasSize(11);
        });
    }

    @Test
    void a_list_is_paged_in_the_database_and_sorted_by_known_fields_only() {
        ServiceFilter all = ServiceFilter.all("nb");
        as(Callers.RA_ORDERER, desk -> {
            Paged<ServiceView> second = desk.services(all, new PageRequest(1, 5, List.of("-code")));
            assertThat(second.total()).isEqualTo(32);
            assertThat(second.items()).hasSize(5);
            Paged<ServiceView> beyond = desk.services(all, new PageRequest(9, 5, List.of()));
            assertThat(beyond.items()).isEmpty();
            assertThat(beyond.total()).isEqualTo(32);
            refused(CatalogueReason.UNKNOWN_SORT, () -> desk.services(all, new PageRequest(0, 5, List.of("password"))));
        });
    }

    @Test
    void a_service_shows_what_it_needs_what_needs_it_and_the_principles_it_covers() {
        as(Callers.RA_ORDERER, desk -> {
            ServiceDetail pc = desk.detail(ServiceCode.of("WPL-PC"));
            assertThat(pc.needs())
                    .extracting(one -> one.code() + (one.serial() ? " serial" : " parallel"))
                    .containsExactly("IAM-ID serial", "SEC-EDR serial", "NET-LAN parallel", "NET-VPN parallel");
            assertThat(pc.coverage())
                    .extracting(one -> one.principle() + " " + one.responsibility())
                    .containsExactly("1.2 PROVIDER", "2.3 PROVIDER", "2.7 SHARED", "2.8 SHARED", "3.1 PROVIDER");
            assertThat(pc.coverage().get(0).title()).isEqualTo("Kartlegg enheter og programvare");
            assertThat(desk.detail(ServiceCode.of("IAM-ID")).neededBy())
                    .extracting(one -> one.code().value())
                    .contains("WPL-PC", "COL-MAIL");
        });
    }

    @Test
    void texts_are_written_with_a_version_check() {
        ServiceCode code = ServiceCode.of("WPL-PC");
        ServiceDraft draft = new ServiceDraft("PC-en din", "PC-en din", "Your PC", "a", "b", "c", "d", "e", "f");
        as(Callers.CATALOGUE_MANAGER, desk -> {
            int version = desk.service(code).version();

            ServiceView written = desk.describe(code, version, draft);

            assertThat(written.name().nb()).isEqualTo("PC-en din");
            assertThat(written.version()).isEqualTo(version + 1);
            refused(CatalogueReason.STALE, () -> desk.describe(code, version, draft));
        });
    }

    @Test
    void a_service_goes_one_step_at_a_time() {
        ServiceCode code = ServiceCode.of("DAT-AI");
        ServiceCode unknown = ServiceCode.of("NONE");
        as(Callers.CATALOGUE_MANAGER, desk -> {
            ServiceView planned = desk.moveTo(code, desk.service(code).version(), Lifecycle.PLANNED, null, "vedtatt");
            int version = planned.version();
            assertThat(planned.lifecycle()).isEqualTo(Lifecycle.PLANNED);
            refused(
                    CatalogueReason.WRONG_LIFECYCLE,
                    () -> desk.moveTo(code, version, Lifecycle.DEPRECATED, null, null));
            refused(
                    CatalogueReason.SUCCESSOR_UNKNOWN,
                    () -> desk.moveTo(code, version, Lifecycle.RETIRED, unknown, null));
        });
    }

    @Test
    void every_step_of_a_service_is_allowed_or_refused() {
        assertThat(List.of(Lifecycle.values()))
                .extracting(from -> from + " " + from.next())
                .containsExactly(
                        "PROPOSED [PLANNED, RETIRED]",
                        "PLANNED [PROPOSED, ACTIVE, RETIRED]",
                        "ACTIVE [DEPRECATED]",
                        "DEPRECATED [ACTIVE, RETIRED]",
                        "RETIRED []");
    }

    private static List<String> deliverers(Facets facets) {
        return facets.deliverers().stream()
                .map(one -> one.name() + " " + one.count())
                .toList();
    }

    private static List<String> codes(Caller caller, String language, String text) {
        return with(
                caller,
                desk -> desk.services(ServiceFilter.all(language).withText(text), PAGE).items().stream()
                        .map(service -> service.code().value())
                        .toList());
    }

    private static void as(Caller caller, Consumer<CatalogueDesk> work) {
        with(caller, desk -> {
            work.accept(desk);
            return caller;
        });
    }

    /** Always rolled back, so that every test meets the same catalogue. */
    private static <T> T with(Caller caller, Function<CatalogueDesk, T> work) {
        try (EntityManager em = DATABASE.factory().createEntityManager()) {
            em.getTransaction().begin();
            try {
                return work.apply(CatalogueDesks.catalogue(em, caller));
            } finally {
                em.getTransaction().rollback();
            }
        }
    }

    private static void refused(Rejection.Reason reason, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
