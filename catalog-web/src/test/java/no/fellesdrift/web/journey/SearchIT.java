package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** The search of the top bar. */
@InChromium
class SearchIT {

    @Test
    void a_slash_a_word_and_enter_find_services_and_orders_by_keyboard_alone(Browser browser) {
        Prepared.order(Prepared.VIDEO);
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            orderer.page.keyboard().press("/");
            orderer.page.keyboard().type("videomøte");
            orderer.leave(() -> orderer.page.keyboard().press("Enter"));
            assertThat(orderer.heading()).isEqualTo("Søk");
            orderer.sees("treff på «videomøte»", "Tjenester", "COL-VIDEO", "Bestillinger");
            assertThat(orderer.barriers()).isEmpty();
            assertThat(orderer.sticksOutAt(320)).isZero();
            orderer.isSound();
        }
    }

    @Test
    void a_whole_number_leads_straight_to_what_bears_it(Browser browser) {
        String number = Prepared.order(Prepared.PHONES);
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            find(orderer, number.toLowerCase(java.util.Locale.ROOT));
            assertThat(orderer.page.url()).endsWith("/orders/order.xhtml?number=" + number);
            find(orderer, "AVT-2026-02");
            assertThat(orderer.page.url()).endsWith("/agreements/agreement.xhtml?number=AVT-2026-02");
            find(orderer, "col-video");
            assertThat(orderer.page.url()).endsWith("/catalogue/service.xhtml?code=COL-VIDEO");
        }
    }

    @Test
    void another_agencys_orders_and_agreements_are_not_found(Browser browser) {
        String number = Prepared.order(Prepared.PHONES);
        try (Visitor other = Visitor.as(browser, Site.base(), "np-best")) {
            find(other, number);
            other.sees("Ingen treff på «" + number + "»", "Du finner bare det du har tilgang til.");
            find(other, "AVT-2026-02");
            other.sees("Ingen treff på «AVT-2026-02»").isSound();
            find(other, "riksantikvaren");
            other.sees("Ingen treff");
        }
    }

    @Test
    void services_are_found_in_the_readers_language(Browser browser) {
        try (Visitor reader = Visitor.as(browser, Site.base(), "k-obs")) {
            reader.open("/search.xhtml?lang=en&q=video+meeting");
            reader.sees("COL-VIDEO");
            reader.open("/search.xhtml?lang=en&q=");
            reader.sees("Type at least two characters of what you look for").isSound();
            reader.open("/levels/measurements.xhtml?period=2026-10&lang=nn");
            reader.sees("Virtuell tenar").isSound();
            reader.open("/levels/measurements.xhtml?period=2026-10");
            reader.sees("Virtuell tenar").isSound();
        }
    }

    private static void find(Visitor visitor, String text) {
        visitor.page.locator("#search").fill(text);
        visitor.leave(() -> visitor.page.locator("#search").press("Enter"));
    }
}
