package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** What a catalogue manager does: writes a service's texts and announces its prices. */
@InChromium
class CatalogueManagerIT {

    @Test
    void the_texts_of_a_service_are_written_in_three_languages_and_shown_in_each(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-katalog")) {
            manager.open("/catalogue/service.xhtml?code=SEC-VUL");
            manager.follow("Endre tjenesten");
            name(manager, "nn", "");
            manager.press("Lagre tekstene").sees("Navn må fylles ut.");
            name(manager, "nb", "Sårbarhetsjakt");
            name(manager, "nn", "Sårbarheitsjakt");
            name(manager, "en", "Vulnerability hunt");
            assertThat(manager.barriers()).isEmpty();
            manager.press("Lagre tekstene").sees("Tekstene til Sårbarhetsjakt er lagret.");
            assertThat(manager.heading()).isEqualTo("Sårbarhetsjakt");
            manager.open("/catalogue/service.xhtml?code=SEC-VUL&lang=nn");
            assertThat(manager.heading()).isEqualTo("Sårbarheitsjakt");
            manager.open("/catalogue/index.xhtml?q=vulnerability+hunt&lang=en");
            manager.sees("Vulnerability hunt").isSound();
        }
    }

    @Test
    void moving_a_service_on_takes_a_choice_and_a_reason(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-katalog")) {
            manager.open("/catalogue/edit.xhtml?code=SEC-CERT");
            manager.press("Flytt").sees("Flytt til må fylles ut.", "Begrunnelse må fylles ut.");
        }
    }

    @Test
    void a_coming_price_is_announced_and_stands_on_the_day_it_begins_and_not_before(Browser browser) {
        try (Visitor manager = Visitor.as(browser, Site.base(), "p-katalog")) {
            manager.open("/catalogue/price.xhtml?offering=SEC-CERT-STD");
            manager.sees("690,00 kr");
            announce(manager, "abc", "01.01.2029").sees("«abc» er ikke et tall som passer her.");
            announce(manager, "715", "05.11.2026")
                    .sees("En pris kan ikke gjelde fra 05.11.2026", "det som allerede gjelder, endres aldri");
            announce(manager, "-1", "01.01.2029").sees("En listepris kan ikke være mindre enn null.");
            announce(manager, "", "01.01.2029").sees("Grunnpris: ny pris per enhet, i kroner må fylles ut.");
            assertThat(manager.barriers()).isEmpty();
            announce(manager, "712,50", "01.01.2029").sees("er varslet fra 01.01.2029.");

            manager.open("/catalogue/service.xhtml?code=SEC-CERT&on=2028-12-31");
            manager.sees("690,00 kr per", "Fra 01.01.2029", "712,50 kr per");
            manager.open("/catalogue/service.xhtml?code=SEC-CERT&on=2029-01-01");
            manager.sees("712,50 kr per").isSound();
            assertThat(manager.content()).doesNotContain("690,00 kr");
        }
    }

    @Test
    void nobody_else_writes_in_the_catalogue(Browser browser) {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            orderer.open("/catalogue/service.xhtml?code=SEC-VUL");
            assertThat(orderer.link("Endre tjenesten").count()).isZero();
            assertThat(orderer.link("Varsle ny pris").count()).isZero();
            assertThat(orderer.open("/catalogue/edit.xhtml?code=SEC-VUL").status())
                    .isEqualTo(403);
            assertThat(orderer.open("/catalogue/price.xhtml?offering=SEC-VUL-STD")
                            .status())
                    .isEqualTo(403);
        }
    }

    private static void name(Visitor manager, String language, String text) {
        manager.page.locator("[id='form:name-" + language + "']").fill(text);
    }

    private static Visitor announce(Visitor manager, String price, String from) {
        manager.page.locator("[id='form:unit']").fill(price);
        manager.page.locator("[id='form:from']").fill(from);
        return manager.press("Varsle prisen");
    }
}
