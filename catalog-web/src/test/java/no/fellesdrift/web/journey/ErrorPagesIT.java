package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.web.testing.RunningSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person meets when something goes wrong: the frame, a sentence, the code to tell, and a way on. */
@InChromium
class ErrorPagesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"/finnes-ikke.xhtml", "/finnes-ikke", "/orders/finnes-ikke/heller", "/download/nothing.csv"})
    void an_address_that_nothing_has(String address, Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            Response answer = visitor.open(address);
            tells(visitor, answer, 404, "Vi finner ikke dette", "Kontroller nummeret eller adressen.");
        }
    }

    @Test
    void a_page_of_another_role(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            Response answer = visitor.open("/admin/people.xhtml");
            tells(visitor, answer, 403, "Du har ikke tilgang hit", "Rollen din gir ikke tilgang til denne siden.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/finance/index.xhtml?period=nonsense | «nonsense» er ikke en måned. Skriv år og måned, for eksempel 2026-10.",
                "/finance/allocation.xhtml?period=2026-13 | «2026-13» er ikke en måned. Skriv år og måned",
                "/levels/index.xhtml?period=nonsense | «nonsense» er ikke en måned. Skriv år og måned",
                "/levels/credits.xhtml?period=nonsense | «nonsense» er ikke en måned. Skriv år og måned",
                "/levels/measurements.xhtml?period=nonsense | «nonsense» er ikke en måned. Skriv år og måned",
                "/finance/forecast.xhtml?year=nonsense | «nonsense» er ikke et årstall. Skriv fire sifre",
                "/finance/year.xhtml?year=20266 | «20266» er ikke et årstall. Skriv fire sifre",
                "/orders/lead-times.xhtml?year=nonsense | «nonsense» er ikke et årstall. Skriv fire sifre",
                "/orders/lead-times.xhtml?organisation=123 | «123» i adressen er ikke noe å velge her.",
                "/download/forecast.csv?year=nonsense | «nonsense» er ikke et årstall. Skriv fire sifre",
                "/download/levels.xlsx?period=nonsense | «nonsense» er ikke en måned. Skriv år og måned",
                "/finance/index.xhtml?kind=nonsense | «nonsense» i adressen er ikke noe å velge her.",
            })
    void an_address_with_a_value_that_cannot_be_says_which_and_what_is_expected(
            String address, String sentence, Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "p-kontr")) {
            tells(visitor, visitor.open(address), 400, "Vi forstår ikke adressen", sentence);
        }
    }

    /** Whatever somebody writes into an address: an answer, never a fault of ours and never a name that only we know. */
    @ParameterizedTest
    @CsvSource({"p-kontr", "p-slm", "p-ordre1", "p-katalog", "p-admin", "ra-best"})
    void no_address_however_odd_makes_the_server_fail(String person, Browser browser) {
        List<String> faults = new ArrayList<>();
        try (Walk walk = Walk.as(browser, person)) {
            walk.everywhere(walk::open);
            for (String address : walk.oddAddresses()) {
                Response answer = walk.visitor().open(address);
                String content = walk.visitor().page.content();
                if (answer.status() >= 500 || content.contains("???") || content.contains(">j_id")) {
                    faults.add(address + " answers " + answer.status());
                }
            }
            assertThat(walk.oddAddresses()).hasSizeGreaterThan(20);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_page_that_stood_open_while_somebody_signed_in_anew_leads_back_to_what_was_typed(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open("/orders/new.xhtml?offering=WPL-PC-STD");
            visitor.fill("Antall", "12");
            Page other = visitor.page.context().newPage();
            other.navigate(Site.base() + "/index.xhtml");
            other.locator("details.account summary").click();
            other.locator("form[action$='/sign-out'] button").click();
            other.waitForURL("**/sign-in.xhtml*");
            other.locator("[data-person='ra-best']").click();
            other.waitForURL("**/index.xhtml");
            other.close();

            Response answer = visitor.page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> visitor.page
                            .locator("main form.form input[type=submit]")
                            .first()
                            .click());
            visitor.page
                    .locator("meta[name=interrupted]")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            tells(visitor, answer, 409, "Siden har stått for lenge", "Det du sendte, er ikke lagret.");
            visitor.follow("Tilbake til det du skrev");
            assertThat(visitor.field("Antall").inputValue()).isEqualTo("12");
        }
    }

    /** Both had the page open; the one who is late is told so, and what was typed is still there. */
    @Test
    void a_change_that_somebody_else_was_quicker_with_is_not_made_and_not_lost(Browser browser) {
        String page = "/catalogue/edit.xhtml?code=WPL-PRT";
        try (Visitor quick = Visitor.as(browser, Site.base(), "p-katalog");
                Visitor late = Visitor.as(browser, Site.base(), "p-katalog")) {
            quick.open(page);
            late.open(page);
            String first = quick.page.locator("main textarea").first().inputValue();
            quick.page.locator("main textarea").first().fill(first + " Ny setning.");
            quick.press("Lagre tekstene").isSound();
            late.page.locator("main textarea").first().fill("Skrevet for sent.");
            late.press("Lagre tekstene").sees("endret");
            assertThat(late.page.locator("main textarea").first().inputValue()).isEqualTo("Skrevet for sent.");
            late.open(page);
            assertThat(late.page.locator("main textarea").first().inputValue()).isEqualTo(first + " Ny setning.");
            late.page.locator("main textarea").first().fill(first);
            late.press("Lagre tekstene").isSound();
        }
    }

    /** A table is missing: as when a server and its database do not belong together. */
    @Test
    void a_fault_of_ours_has_a_code_that_the_log_has_too(Browser browser) throws SQLException, IOException {
        assumeTrue(System.getProperty("fellesdrift.url") == null, "Only the test's own database may be broken.");
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-godk")) {
            rename("approval_substitute", "approval_substitute_away");
            try {
                Response answer = visitor.open("/orders/substitutes.xhtml");
                String id = tells(visitor, answer, 500, "Noe gikk galt hos oss", "Feilen er registrert.");
                assertThat(visitor.content()).doesNotContain("Exception");
                assertThat(visitor.page.content()).doesNotContain("approval_substitute", "SQL", "\tat ");
                assertThat(Files.readString(RunningSystem.get().log())).contains("Request " + id + " failed: ");
            } finally {
                rename("approval_substitute_away", "approval_substitute");
            }
            assertThat(visitor.open("/orders/substitutes.xhtml").status()).isEqualTo(200);
        }
    }

    @Test
    void an_error_page_changes_its_language_and_stays_the_error_of_that_page(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open("/orders/order.xhtml?number=B-2099-0001");
            visitor.leave(visitor.page.locator("nav a[hreflang=nn]")::click);
            assertThat(visitor.page.url()).contains("/orders/order.xhtml").contains("number=B-2099-0001");
            assertThat(visitor.heading()).isEqualTo("Vi finn ikkje dette");
        }
    }

    /** Gives back the code that the page tells. */
    private static String tells(Visitor visitor, Response answer, int status, String heading, String... sentences) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(visitor.heading()).isEqualTo(heading);
        visitor.sees(sentences);
        String id = answer.headerValue("X-Correlation-Id");
        assertThat(id).isNotBlank();
        assertThat(answer.headerValue("X-Frame-Options")).isEqualTo("DENY");
        visitor.sees("Oppgi denne koden hvis du tar kontakt: " + id);
        assertThat(visitor.page.locator("nav.nav a").count()).isGreaterThan(3);
        assertThat(visitor.link("Til oversikten").getAttribute("href")).isEqualTo("/index.xhtml");
        assertThat(visitor.barriers()).isEmpty();
        return id;
    }

    private static void rename(String table, String to) throws SQLException {
        try (Connection connection = RunningSystem.get().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("RENAME TABLE " + table + " TO " + to);
        }
    }
}
