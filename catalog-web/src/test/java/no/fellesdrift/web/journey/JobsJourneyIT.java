package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** Long work at the browser: it is started, told of above the page, found again in the list, and its result opened. */
@InChromium
class JobsJourneyIT {

    @Test
    void a_controller_starts_a_run_goes_elsewhere_and_finds_its_result(Browser browser) {
        try (Visitor controller = Visitor.as(browser, Site.base(), "p-kontr")) {
            controller.open("/finance/index.xhtml?period=2026-10");
            controller.press("Beregn måneden");
            assertThat(controller.page.locator("#job-news").innerText()).contains("Avregning for oktober 2026");
            assertThat(controller.barriers()).isEmpty();

            controller.open("/catalogue/index.xhtml");
            controller
                    .page
                    .locator("#job-news [data-state=DONE]:has-text('Avregning for oktober 2026')")
                    .waitFor();
            assertThat(controller.page.locator("#job-news").innerText().replace('\u00a0', ' '))
                    .contains("avregninger, til sammen", "Vis resultatet");
            assertThat(controller.barriers()).isEmpty();

            controller.page.locator(".account summary").click();
            controller.leave(() -> controller
                    .page
                    .locator(".account a[href$='/jobs/index.xhtml']")
                    .click());
            assertThat(controller.heading()).isEqualTo("Kjøringer");
            assertThat(controller.page.locator("#job-list tr").first().innerText())
                    .contains("Avregning for oktober 2026", "Ferdig", "Berit Stavnesli");
            assertThat(controller.barriers()).isEmpty();
            controller.follow("Vis resultatet");
            assertThat(controller.heading()).contains("oktober 2026");
            assertThat(controller.page.locator("#job-news").count()).isZero();
            controller.isSound();
        }
    }

    @Test
    void an_orderer_has_nothing_to_start_and_an_empty_list_that_says_so(Browser browser) {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            assertThat(orderer.page
                            .locator(".account a[href$='/jobs/index.xhtml']")
                            .count())
                    .isZero();
            orderer.open("/jobs/index.xhtml");
            orderer.sees("Ingen kjøringer ennå").isSound();
            assertThat(orderer.barriers()).isEmpty();
        }
    }
}
