package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** What a breach gives back: put forward by one, decided by another, read by the agency. */
@InChromium
class CreditJourneyIT {

    @Test
    void a_credit_goes_from_the_service_level_manager_to_the_finance_approver_and_the_agency_reads_why(
            Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.follow("Foreslå kompensasjon for september 2026");
            manager.sees("Kompensasjon for september 2026", "KMF-160", "Ikke foreslått")
                    .isSound();
            manager.follow("Felles identitet").press("Foreslå kompensasjon");
            manager.sees("Kompensasjonen er foreslått og venter på godkjenning.", "Asgeir Mykland")
                    .isSound();
            assertThat(manager.content()).doesNotContain("Begrunnelse");
        }
        try (Visitor approver = Visitor.as(browser, Site.base(), "p-okgodk")) {
            approver.follow("Avgjør kompensasjon for september 2026").follow("Felles identitet");
            approver.press("Avslå").sees("Skriv hvorfor kompensasjonen avslås").isSound();
            approver.fill("Begrunnelse", "Reservevei var i drift").press("Avslå");
            approver.sees("Kompensasjonen er avslått.", "Håvard Ringstadli", "Reservevei var i drift")
                    .isSound();
        }
        try (Visitor agency = Visitor.as(browser, Site.base(), "kmf-ok")) {
            agency.section("Tjenestenivå").choose("Måned", "september 2026").press("Vis");
            agency.follow("Kompensasjon").follow("Felles identitet");
            agency.sees("Reservevei var i drift", "36,92").isSound();
        }
    }
}
