package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orderer, approver and order desk do with orders in a month, each by clicking. */
@InChromium
class OrderJourneyIT {

    private static final String NOTE = "Melding eller begrunnelse";

    @Test
    void the_orderer_finds_a_service_of_Sikt_orders_it_follows_it_and_accepts_it(Browser browser) {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            orderer.section("Katalog").fill("Søk i katalogen", "video").press("Søk");
            orderer.sees("Videomøte", "Sikt").isSound();
            orderer.section("Katalog").follow("Samhandling 3").sees("Videomøte", "E-post og kalender");
            orderer.follow("Videomøte").sees("Sikt", "38,00 kr", "Videomøte per bruker");
            orderer.fill("Pris på dato", "01.02.2027").press("Vis").sees("Vår pris 01.02.2027", "42,00 kr");
            orderer.isSound();

            orderer.follow("Bestill Videomøte per bruker")
                    .fill("Antall", "3")
                    .fill("Kostnadssted", "4321")
                    .fill("Avdeling", "Samfunnskontakt")
                    .press("Se over");
            orderer.sees("Eirik Skaugdal", "4321", "Samfunnskontakt", "AVT-2026-02")
                    .isSound();
            orderer.press("Send bestilling").sees("er sendt til godkjenning");
            String number = Prepared.number(orderer.page.url());
            orderer.isSound();

            Prepared.approved(number);
            Prepared.taken(number, "receive", "{}");
            Prepared.taken(number, "ask", "{\"note\": \"Skal alle tre ha telefonnummer?\"}");
            orderer.section("Oversikt").sees("Venter på deg");
            of(orderer, number).sees("Skal alle tre ha telefonnummer?");
            orderer.fill(NOTE, "Nei, bare én.").press("Svar").sees("Nei, bare én.", "Svarte på spørsmålet.");

            Prepared.taken(number, "route", "{\"route\": \"UPSTREAM\"}");
            Prepared.taken(number, "place-upstream", "{\"number\": \"8820417\"}");
            Prepared.taken(number, "confirm-upstream", "{\"date\": \"2026-11-12\"}");
            of(orderer, number).sees("Bekreftet av leverandør", "8820417", "12.11.2026");
            assertThat(orderer.button("Registrer levering").count()).isZero();

            Prepared.taken(number, "deliver", "{}");
            of(orderer, number).press("Godta leveringen").sees("Godtatt", "Godtok leveringen.");
            orderer.isSound();
        }
    }

    @Test
    void the_approver_weighs_the_budget_approves_one_order_and_refuses_another_with_a_reason(Browser browser) {
        String wanted = Prepared.order(Prepared.VIDEO);
        String unwanted = Prepared.order(Prepared.PHONES);
        try (Visitor approver = Visitor.as(browser, Site.base(), "ra-godk")) {
            of(approver, wanted).sees("Hanne Brattlid", "Samfunnskontakt", "Kan godkjennes av", "Eirik Skaugdal");
            approver.sees("Vedtatt budsjett", "Bundet i avtalen", "Andre åpne bestillinger", "Igjen etter denne");
            approver.press("Godkjenn")
                    .sees("Godkjent", "Godkjente bestillingen.")
                    .isSound();

            of(approver, unwanted).press("Avslå").sees("Skriv en begrunnelse eller melding.");
            assertThat(approver.page.locator("h1").innerText()).isEqualTo("Mobil enhet");
            approver.fill(NOTE, "Vaktlaget har fått telefoner i høst.").press("Avslå");
            approver.sees("Avslått", "Vaktlaget har fått telefoner i høst.").isSound();
            assertThat(approver.button("Godkjenn").count()).isZero();
        }
    }

    @Test
    void the_approver_lets_a_colleague_stand_in_and_takes_it_back(Browser browser) {
        String number = Prepared.order(Prepared.VIDEO);
        try (Visitor approver = Visitor.as(browser, Site.base(), "ra-godk")) {
            approver.section("Bestillinger").follow("Vikarer").choose("Vikar", "Tone Mælandsvik");
            approver.fill("Fra og med", "05.11.2026")
                    .fill("Til og med", "04.11.2026")
                    .press("Lagre vikar");
            approver.sees("perioden må vare minst én dag");
            approver.fill("Til og med", "12.11.2026").press("Lagre vikar");
            approver.sees("Tone Mælandsvik er vikar for deg i perioden.", "12.11.2026")
                    .isSound();
        }
        try (Visitor substitute = Visitor.as(browser, Site.base(), "ra-ok")) {
            of(substitute, number).sees("vikar for Eirik Skaugdal til og med 12.11.2026");
            substitute
                    .press("Godkjenn")
                    .sees("Godkjent", "Godkjente bestillingen.")
                    .isSound();
        }
        try (Visitor approver = Visitor.as(browser, Site.base(), "ra-godk")) {
            approver.section("Bestillinger").follow("Vikarer").press("Avslutt");
            approver.sees("Tone Mælandsvik er ikke lenger vikar for deg.").isSound();
            assertThat(approver.content()).doesNotContain("12.11.2026");
        }
    }

    @Test
    void the_order_desk_asks_back_and_places_an_order_with_Sikt(Browser browser) {
        String number = Prepared.order(Prepared.VIDEO);
        Prepared.approved(number);
        try (Visitor desk = Visitor.as(browser, Site.base(), "p-ordre1")) {
            of(desk, number).press("Ta imot").sees("Mottatt");
            desk.fill(NOTE, "Skal alle tre ha telefonnummer?").press("Spør kunden");
            desk.sees("Skal alle tre ha telefonnummer?").isSound();
            Prepared.answered(number, "Nei, bare én.");

            of(desk, number).sees("Nei, bare én.").press("Skal bestilles hos leverandør");
            desk.fill("Leverandørens ordrenummer", "SIKT-2026-0815").press("Bestill hos leverandør");
            desk.sees("Bestilt hos leverandør", "SIKT-2026-0815");
            desk.fill("Leverandørens dato", "12.11.2026").press("Registrer bekreftelse");
            desk.sees("Bekreftet av leverandør", "12.11.2026").isSound();
            desk.press("Registrer levering")
                    .sees("Levert", "Leverte bestillingen.")
                    .isSound();
        }
    }

    @Test
    void the_order_desk_delivers_inside_what_the_provider_has_itself(Browser browser) {
        String number = Prepared.order(Prepared.PHONES);
        Prepared.approved(number);
        try (Visitor desk = Visitor.as(browser, Site.base(), "p-ordre1")) {
            of(desk, number).press("Ta imot");
            assertThat(desk.button("Skal bestilles hos leverandør").count()).isZero();
            desk.press("Lever selv").sees("Leveres av driftsleverandøren");
            desk.press("Registrer levering").sees("Levert").isSound();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SRV-VM-M, Middels server",
        "SRV-STO-STD, Lagringskonto",
        "CLD-K8S-NS, Navnerom",
        "CLD-PUB-STD, Abonnement i offentlig sky",
        "DAT-PLT-STD, Arbeidsområde på dataplattformen",
    })
    void a_form_that_asks_for_a_file_takes_it_along(String offering, String name, Browser browser) throws IOException {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            orderer.open("/orders/new.xhtml?offering=" + offering);
            orderer.fill("Antall", "1").fill("Kostnadssted", "4321").fill("Teknisk kontaktperson", "Ola Kirkebøli");
            if (orderer.asks("Operativsystem")) {
                orderer.choose("Operativsystem", "Linux");
            }
            if (orderer.asks("Forventet mengde")) {
                orderer.fill("Forventet mengde", "250");
            }
            if (orderer.asks("Hva skal")) {
                orderer.fill("Hva skal", "Kulturminnesøk");
            }
            orderer.choose("Høyeste klassifisering", "Fortrolig").press("Se over");
            orderer.sees("Svarene gir noe mer å svare på: Vurdering av personvernkonsekvenser.", "PDF, høyst 5 MB.");
            assertThat(orderer.page.locator("#errors").count()).isZero();
            orderer.attach(
                            "Vurdering av personvernkonsekvenser",
                            "dpia.pdf",
                            "application/pdf",
                            "%PDF-1.7 Vurdering av kulturminnesøk")
                    .press("Se over");
            orderer.sees("3. Se over før du sender", "dpia.pdf", "Ola Kirkebøli")
                    .isSound();
            orderer.press("Send bestilling").sees("er sendt til godkjenning", "dpia.pdf");
            assertThat(orderer.heading()).startsWith(name);
            Download file =
                    orderer.page.waitForDownload(() -> orderer.link("dpia.pdf").click());
            assertThat(Files.readString(file.path())).isEqualTo("%PDF-1.7 Vurdering av kulturminnesøk");
            orderer.isSound();
        }
    }

    @Test
    void an_order_of_another_agency_does_not_exist(Browser browser) {
        try (Visitor stranger = Visitor.as(browser, Site.base(), "np-best")) {
            assertThat(stranger.open("/orders/order.xhtml?number=B-2026-0047").status())
                    .isEqualTo(404);
            stranger.sees("Det finnes ingen bestilling B-2026-0047 som du har tilgang til.");
            assertThat(stranger.page.locator(".who").innerText()).contains("Norsk Polarinstitutt", "Vilde Isbrekken");
            stranger.section("Oversikt");
            assertThat(stranger.heading()).contains("Vilde");
        }
    }

    /** Finds an order in the list by its number and opens it. */
    private static Visitor of(Visitor visitor, String number) {
        return visitor.section("Bestillinger").fill("Søk", number).press("Bruk").follow(number);
    }
}
