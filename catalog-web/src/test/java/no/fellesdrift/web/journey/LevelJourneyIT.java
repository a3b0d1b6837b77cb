package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** What provider and agency do with a month that has been measured, each by clicking. */
@InChromium
class LevelJourneyIT {

    private static final String REPORT = "RAP-2026-10-KMF";

    @Test
    void a_report_goes_from_draft_to_the_agency_which_disputes_a_line_that_both_then_settle(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.section("Tjenestenivå");
            tab(manager, "reports");
            manager.page.locator("#form\\:month").selectOption("2026-10");
            manager.page.locator("#form\\:agency").selectOption("985980101");
            manager.press("Lag utkast").sees("Utkastet " + REPORT + " er laget.", "Utkast");
            manager.fill("Kommentar til måneden", "En rolig måned.").press("Lagre kommentaren");
            manager.press("Send til gjennomgang").sees("Til gjennomgang");
            assertThat(manager.button("Godkjenn for publisering").count())
                    .as("the one who sent it does not approve it")
                    .isZero();
            manager.isSound();
        }
        try (Visitor controller = Visitor.as(browser, Site.base(), "p-kontr")) {
            report(controller).sees("En rolig måned.").press("Godkjenn for publisering");
            controller.sees(REPORT + " er godkjent og kan publiseres.").isSound();
        }
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            report(manager).press("Publiser for kunden").sees("Publisert").isSound();
        }
        try (Visitor agency = Visitor.as(browser, Site.base(), "kmf-godk")) {
            line(report(agency));
            agency.press("Meld uenighet").sees("Hva er dere uenige i?");
            assertThat(agency.page.locator("#errors").count()).isEqualTo(1);
            agency.fill("Hva er dere uenige i?", "Vi var nede en time til.").press("Meld uenighet");
            agency.sees("Uenigheten er meldt i " + REPORT, "Vi var nede en time til.")
                    .isSound();
        }
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            line(report(manager)).sees("Vi var nede en time til.");
            manager.choose("Utfall", "Resultatet står").fill("Begrunnelse", "Loggen viser når den kom tilbake.");
            manager.press("Foreslå løsningen").sees("Venter på svar").isSound();
        }
        try (Visitor agency = Visitor.as(browser, Site.base(), "kmf-godk")) {
            line(report(agency)).sees("Loggen viser når den kom tilbake.").press("Godta forslaget");
            agency.sees("Uenigheten i " + REPORT + " er avgjort.", "Avgjort: står");
            report(agency).press("Godta resten").isSound();
        }
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            report(manager)
                    .press("Lås rapporten")
                    .sees(REPORT + " er låst.", "Fingeravtrykk")
                    .isSound();
        }
    }

    @Test
    void a_breach_is_handed_over_explained_planned_and_done(Browser browser) {
        String address;
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.open("/levels/breaches.xhtml?period=2026-10&state=OPEN&organisation=985980101");
            manager.leave(() ->
                    manager.page.locator("main a[href*='breach.xhtml']").first().click());
            address = manager.page.url().substring(Site.base().length());
            manager.choose("Ansvarlig", "Marit Lundestrand").press("Gi over");
            manager.sees("Marit Lundestrand er nå ansvarlig.").isSound();
        }
        try (Visitor owner = Visitor.as(browser, Site.base(), "p-lund")) {
            owner.open(address);
            owner.fill("Hvorfor det skjedde", "Et sertifikat gikk ut.").press("Lagre forklaringen");
            owner.sees("Forklaringen er lagret.");
            owner.fill("Hva", "Varsle 30 dager før et sertifikat går ut")
                    .choose("Hvem", "Marit Lundestrand")
                    .fill("Frist", "04.11.2026")
                    .press("Legg til tiltak");
            owner.sees("Tiltaket er lagt til.", "Over fristen").isSound();
        }
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.open(address);
            manager.press("Avtal planen").sees("Planen er avtalt.").isSound();
        }
        try (Visitor owner = Visitor.as(browser, Site.base(), "p-lund")) {
            owner.open(address);
            owner.press("Merk som gjort").sees("Tiltaket er merket som gjort.");
            owner.press("Alle tiltak er gjort")
                    .sees("Planen er gjennomført. Nå gjelder det om den hjelper.")
                    .isSound();
        }
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.open(address);
            manager.press("Avslutt bruddet").sees("Bruddet er avsluttet.").isSound();
        }
    }

    @Test
    void a_source_gets_a_key_that_is_shown_once_and_what_it_tells_is_an_outage(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.open("/levels/sources.xhtml");
            manager.follow("Ny målekilde");
            manager.fill("Kode", "nattvakt").fill("Navn", "Nattvakt").choose("Slag", "Prometheus Alertmanager");
            manager.press("Sett opp kilden").sees("Målekilden Nattvakt er satt opp.", "Har ingen");
            String source = manager.page.url().substring(Site.base().length());
            manager.press("Lag en ny nøkkel").sees("Den vises bare nå.").isSound();
            String key = manager.page.locator("main [role=status] code").innerText();
            manager.open(source);
            assertThat(manager.content()).contains("Har en").doesNotContain(key);

            Prepared.post(key, "webhooks/alertmanager", """
                    {"version": "4", "alerts": [
                      {"status": "resolved", "labels": {"service": "DAT-AI", "severity": "critical"},
                       "annotations": {"summary": "Modellen svarer ikke"}, "startsAt": "2026-11-05T02:00:00Z",
                       "endsAt": "2026-11-05T02:30:00Z", "fingerprint": "natt1"}]}
                    """);
            manager.open(source);
            manager.sees("Tatt imot", "1 nye, 0 kjente, 0 avvist").isSound();
            manager.open("/levels/measurements.xhtml?kind=outages&period=2026-11");
            manager.leave(() -> manager.page
                    .locator("main tr:has-text('Modellen svarer ikke') a[href*='outage.xhtml']")
                    .first()
                    .click());
            manager.sees("Modellen svarer ikke", "05.11.2026 03:00", "05.11.2026 03:30", "nattvakt")
                    .isSound();
        }
    }

    @Test
    void a_package_is_made_from_a_ready_one_and_promised_to_a_line(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.section("Tjenestenivå");
            tab(manager, "definitions");
            manager.follow("Ny pakke");
            manager.choose("Ta med nivåene fra", "Feilklasse A, B og C (SSA-FEILKLASSER)")
                    .fill("Kode", "FEIL-26")
                    .fill("Navn på bokmål", "Feilklasser fra 2027")
                    .fill("Navn på nynorsk", "Feilklassar frå 2027")
                    .fill("Navn på engelsk", "Error classes from 2027")
                    .fill("Gjelder fra", "01.01.2027")
                    .press("Lag pakken");
            manager.sees("Pakken FEIL-26 er laget.", "FEIL-26-A-RS").isSound();

            manager.open("/levels/line.xhtml?line=RA-110");
            manager.follow("Løfter for linjen").choose("Pakke", "Feilklasser fra 2027 (FEIL-26)");
            manager.fill("Gjelder fra", "15.01.2027")
                    .fill("Begrunnelse", "Avtalt i møtet 4. november")
                    .press("Avtal pakken");
            assertThat(manager.page.locator("#errors").count())
                    .as("an agreed month is not cut in two")
                    .isEqualTo(1);
            manager.fill("Gjelder fra", "01.01.2027").press("Avtal pakken");
            manager.sees("Linjen RA-110 får pakken FEIL-26.", "fra 01.01.2027", "Avtalt i møtet 4. november")
                    .isSound();
        }
    }

    private static void tab(Visitor visitor, String page) {
        visitor.leave(() -> visitor.page
                .locator("nav.tabs a[href*='levels/" + page + "']")
                .first()
                .click());
    }

    private static Visitor report(Visitor visitor) {
        visitor.open("/levels/report.xhtml?number=" + REPORT);
        return visitor;
    }

    /** Opens its first line. */
    private static Visitor line(Visitor visitor) {
        return visitor.leave(() -> visitor.page
                .locator("main a[href*='report-line.xhtml']")
                .first()
                .click());
    }
}
