package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What service-level manager, controller and observer do with the month's figures, each by clicking. */
@InChromium
class FiguresJourneyIT {

    /** November, so that the worked October stays as it is for all who share the system. */
    private static final String OUTAGES = """
            outage,service,offering,agency,started_at,ended_at,caused_by,impact,source,recorded_at,summary
            U-9101,COL-VIDEO,,,2026-11-03T09:00:00+01:00,2026-11-03T09:45:00+01:00,UPSTREAM,FULL,monitoring,2026-11-03T09:05:00+01:00,Møteserver nede hos Sikt
            """;

    private static final String MAINTENANCE = """
            maintenance,service,offering,agency,window_from,window_to,actual_from,actual_to,service_down,performed_by,announced_at,approved_by,approved_at,summary
            V-9101,WPL-PC,,,2026-11-04T18:00:00+01:00,2026-11-04T20:00:00+01:00,2026-11-04T18:00:00+01:00,2026-11-04T19:30:00+01:00,yes,PROVIDER,2026-10-20T10:00:00+02:00,p-slm,2026-10-19T10:00:00+02:00,Oppgradering av pålogging
            V-9102,COL-VIDEO,,,2026-11-20T18:00:00+01:00,2026-11-20T20:00:00+01:00,,,yes,PROVIDER,2026-11-02T10:00:00+01:00,p-slm,2026-11-02T09:00:00+01:00,Ny møteserver
            """;

    private static final String TICKETS = """
            ticket,agency,service,offering,priority,opened_at,first_response_at,resolved_at,state,channel
            S-91001,974760819,WPL-PC,WPL-PC-STD,P3,2026-11-03T10:00:00+01:00,2026-11-03T10:20:00+01:00,2026-11-03T13:00:00+01:00,RESOLVED,portal
            """;

    @Test
    void the_service_level_manager_uploads_the_month_and_sees_why_a_level_is_what_it_is(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            upload(manager, "Stans", "outages.csv", OUTAGES);
            upload(manager, "Vedlikehold", "maintenance.csv", MAINTENANCE);
            upload(manager, "Saker", "tickets.csv", TICKETS);
            manager.section("Tjenestenivå").choose("Måned", "november 2026").press("Vis");
            manager.press("Beregn måneden").sees("Tjenestenivå, november 2026");
            manager.page
                    .locator("#job-news [data-state=DONE]:has-text('november 2026')")
                    .waitFor();
            manager.sees("Tjenestenivå for november 2026", "nivåer er beregnet").isSound();
            manager.leave(
                    () -> manager.page.locator("nav.tabs a[href*=measurements]").click());
            manager.sees("U-9101", "Møteserver nede hos Sikt").isSound();
            manager.leave(() ->
                    manager.page.locator("nav.tabs a[href*='kind=maintenance']").click());
            manager.sees("V-9101").follow("Saker").sees("S-91001").isSound();

            manager.section("Tjenestenivå").choose("Måned", "november 2026").press("Vis");
            manager.choose("Tjeneste", "Videomøte")
                    .choose("Måltall", "Tilgjengelighet")
                    .press("Vis");
            comesOnTheOverviewOf("ra-best", browser);
            manager.link("Hvorfor?").click();
            assertThat(manager.dialog())
                    .contains("Hvorfor", "Regnestykket", "U-9101", "45 min", "Reglene som er brukt");
            assertThat(manager.barriers()).isEmpty();
            manager.leave(() ->
                    manager.page.getByText("Åpne forklaringen på en egen side").click());
            assertThat(manager.heading()).startsWith("Hvorfor");
            manager.sees("Regnestykket", "U-9101", "45 min", "Reglene som er brukt")
                    .isSound();
        }
    }

    private static void comesOnTheOverviewOf(String person, Browser browser) {
        try (Visitor agency = Visitor.as(browser, Site.base(), person)) {
            agency.open("/index.xhtml");
            agency.sees("Vedlikehold av Videomøte", "20.11.2026 18:00 til 20.11.2026 20:00", "Tjenesten er nede");
            agency.follow("Vedlikehold av Videomøte")
                    .sees("V-9102", "Ny møteserver")
                    .isSound();
        }
    }

    @Test
    void a_file_with_the_wrong_columns_is_refused_whole_and_says_why(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-slm")) {
            manager.open("/levels/upload.xhtml");
            manager.attach("CSV-fil", "outages.csv", "text/csv", "not,the,columns\n1,2,3\n")
                    .press("Last opp");
            manager.sees("Hva filen inneholder");
            assertThat(manager.page.locator("#errors").count()).isEqualTo(1);
            assertThat(manager.page.locator("#faults").count()).isEqualTo(1);
            manager.isSound();
        }
    }

    @Test
    void the_controller_opens_a_charge_to_its_arithmetic_and_takes_the_month_along(Browser browser) throws IOException {
        try (Visitor controller = Visitor.as(browser, Site.base(), "p-kontr")) {
            controller.section("Økonomi").choose("Måned", "oktober 2026").press("Vis");
            controller.sees("Sum avregnet", "3 336 701,93").isSound();
            controller.page.locator("main button.why").first().click();
            assertThat(controller.dialog()).contains("8 680,65", "Regnestykket", "585", "92");
            controller.page.keyboard().press("Escape");
            assertThat(controller.page.locator("[role=dialog]:visible").count()).isZero();
            assertThat(text(controller, "CSV")).contains("AVT-2026-02").contains("8680.65");
            assertThat(bytes(controller, "XLSX")).startsWith((byte) 'P', (byte) 'K');

            controller.follow("Kostnadsfordeling").sees("Inn er lik ut, til øret", "3 457 095,56", "Differanse 0,00");
            controller.follow("Arbeidsplass").sees("K-DEV").isSound();
            assertThat(text(controller, "CSV")).contains("WPL");
            assertThat(bytes(controller, "XLSX")).startsWith((byte) 'P', (byte) 'K');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Katalog", "Bestillinger", "Avtaler", "Tjenestenivå", "Økonomi"})
    void an_observer_reads_and_can_change_nothing(String section, Browser browser) {
        try (Visitor observer = Visitor.as(browser, Site.base(), "k-obs")) {
            observer.section(section).isSound();
            assertThat(observer.page
                            .locator("main form[method=post]")
                            .getByRole(AriaRole.BUTTON)
                            .count())
                    .as("buttons that change something in %s", section)
                    .isZero();
        }
    }

    @Test
    void an_observer_sees_another_agency_s_order_but_no_button_on_it(Browser browser) {
        try (Visitor observer = Visitor.as(browser, Site.base(), "k-obs")) {
            observer.open("/orders/order.xhtml?number=B-2026-0047");
            observer.sees("Riksantikvaren", "Under arbeid");
            assertThat(observer.page.locator("main form").count()).isZero();
            observer.isSound();
        }
    }

    private static void upload(Visitor manager, String kind, String name, String content) {
        manager.section("Tjenestenivå").follow("Last opp målinger").choose("Hva filen inneholder", kind);
        manager.attach("CSV-fil", name, "text/csv", content).press("Last opp");
        manager.sees("rader er lagret").isSound();
    }

    private static String text(Visitor visitor, String link) throws IOException {
        Download download =
                visitor.page.waitForDownload(() -> visitor.link(link).click());
        return Files.readString(download.path());
    }

    private static byte[] bytes(Visitor visitor, String link) throws IOException {
        Download download =
                visitor.page.waitForDownload(() -> visitor.link(link).click());
        return Files.readAllBytes(download.path());
    }
}
