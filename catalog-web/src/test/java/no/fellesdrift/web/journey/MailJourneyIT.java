package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** What people are told by e-mail, as the administrator of a demo sees it: written, never sent. */
@InChromium
class MailJourneyIT {

    @Test
    void an_order_that_waits_is_told_to_its_approver_and_the_administrator_reads_the_mail(Browser browser) {
        String number = Prepared.order(Prepared.PHONES);
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin")) {
            admin.section("Administrasjon")
                    .follow("E-post")
                    .sees("Dette er en demo. E-post skrives, men sendes aldri.");
            assertThat(admin.barriers()).isEmpty();
            admin.follow("Bestilling " + number + " venter på godkjenning");
            assertThat(admin.heading()).isEqualTo("Bestilling " + number + " venter på godkjenning");
            admin.sees(
                    "ra-godk · eirik.skaugdal@ra.example",
                    "fra Riksantikvaren er sendt og venter på at du godkjenner eller avviser den.",
                    "/orders/order.xhtml?number=" + number,
                    "Venter");
            assertThat(admin.barriers()).isEmpty();
            admin.isSound();
        }
    }

    @Test
    void an_orderer_chooses_what_to_be_told(Browser browser) {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best2")) {
            orderer.page.locator(".account summary").click();
            orderer.leave(orderer.page.locator(".account a[href$='/notifications.xhtml']")::click);
            assertThat(orderer.heading()).isEqualTo("Varsler");
            assertThat(orderer.barriers()).isEmpty();
            orderer.page.getByLabel("Bestilling levert").uncheck();
            orderer.press("Lagre").sees("Valget ditt er lagret.");
            assertThat(orderer.page.getByLabel("Bestilling levert").isChecked()).isFalse();
            assertThat(orderer.page.getByLabel("Bestilling godkjent").isChecked())
                    .isTrue();
            orderer.page.getByLabel("Bestilling levert").check();
            orderer.press("Lagre").isSound();
        }
    }
}
