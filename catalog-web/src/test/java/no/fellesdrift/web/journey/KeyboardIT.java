package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The work of a month by keyboard alone, and where the focus is after each answer. */
@InChromium
class KeyboardIT {

    @Test
    void an_orderer_finds_a_service_and_orders_it_for_twelve_people(Browser browser) {
        try (Keyboard orderer = Keyboard.as(browser, "ra-best")) {
            orderer.press("/");
            orderer.visitor.page.keyboard().type("videomøte");
            orderer.enter().sees("treff på «videomøte»");
            orderer.to(orderer.visitor
                            .page
                            .locator("main a[href*='code=COL-VIDEO']")
                            .first())
                    .enter();
            orderer.toLink("Bestill Videomøte per bruker").enter();

            orderer.type("Antall", "tolv")
                    .type("Kostnadssted", "4321")
                    .type("Avdeling", "Samfunnskontakt")
                    .toButton("Se over")
                    .enter();
            assertThat(orderer.focus()).startsWith("Én ting må rettes").contains("Antall");
            assertThat(orderer.visitor.page.title()).startsWith("Feil: ");
            orderer.press("Tab").press("Enter");
            assertThat(orderer.isOn(orderer.visitor.field("Antall"))).isTrue();
            orderer.press("Control+a");
            orderer.visitor.page.keyboard().type("12");
            orderer.toButton("Se over").enter();

            assertThat(orderer.focus()).isEqualTo("3. Se over før du sender");
            orderer.sees("12", "Samfunnskontakt").toButton("Send bestilling").enter();
            assertThat(orderer.focus()).contains("er sendt til godkjenning");
            orderer.visitor.isSound();
        }
    }

    @Test
    void an_approver_approves_what_waits(Browser browser) {
        String number = Prepared.order(Prepared.VIDEO);
        try (Keyboard approver = Keyboard.as(browser, "ra-godk")) {
            approver.to(approver.visitor
                            .page
                            .locator("main a[href*='number=" + number + "']")
                            .first())
                    .enter();
            approver.sees("Hanne Brattlid", "Vedtatt budsjett")
                    .toButton("Godkjenn")
                    .enter();
            assertThat(approver.focus())
                    .isEqualTo("Godkjente bestillingen. Bestilling " + number + " er nå: Godkjent.");
            approver.sees("Godkjent").visitor.isSound();
        }
    }

    @Test
    void a_refusal_has_the_focus_and_what_was_typed_is_kept(Browser browser) {
        String number = Prepared.order(Prepared.PHONES);
        try (Keyboard approver = Keyboard.as(browser, "ra-godk")) {
            approver.visitor.open("/orders/order.xhtml?number=" + number);
            approver.toButton("Avslå").enter();
            assertThat(approver.focus()).contains("Skriv en begrunnelse eller melding.");
        }
    }

    @Test
    void a_list_is_narrowed_without_anything_happening_before_the_button(Browser browser) {
        try (Keyboard desk = Keyboard.as(browser, "p-ordre1")) {
            desk.visitor.open("/orders/index.xhtml?view=all");
            Locator state = desk.visitor.page.locator("#state");
            desk.to(state).press("ArrowDown").press("ArrowDown");
            assertThat(desk.visitor.page.url()).endsWith("?view=all");
            String chosen = state.inputValue();
            assertThat(chosen).isNotEmpty();
            desk.toButton("Bruk").enter();
            assertThat(desk.visitor.page.url()).contains("state=" + chosen);
            assertThat(desk.visitor.page.locator("#state").inputValue()).isEqualTo(chosen);
        }
    }

    @Test
    void the_explanation_of_a_level_keeps_the_focus_and_gives_it_back(Browser browser) {
        try (Keyboard manager = Keyboard.as(browser, "p-slm")) {
            manager.visitor.open("/levels/index.xhtml?period=2026-10");
            Locator why = manager.visitor.page.locator("main a[data-explains]").first();
            manager.to(why).press("Enter");
            assertThat(manager.visitor.dialog()).contains("Regnestykket");
            Locator drawer = manager.visitor.page.locator("[role=dialog]:visible");
            assertThat(manager.focus()).startsWith("Hvorfor");
            for (int stop = 0; stop < 12; stop++) {
                manager.press("Tab");
                assertThat(drawer.evaluate("open => open.contains(document.activeElement)"))
                        .isEqualTo(true);
            }
            manager.press("Escape");
            assertThat(drawer.count()).isZero();
            assertThat(manager.isOn(why)).isTrue();
        }
    }

    @Test
    void a_dialog_gives_the_focus_back_to_its_opener(Browser browser) {
        try (Keyboard controller = Keyboard.as(browser, "p-kontr")) {
            controller.visitor.open("/finance/index.xhtml?period=2026-10");
            Locator opener = controller.visitor.page.locator("[data-dialog]").first();
            controller.to(opener).press("Enter");
            Locator dialog = controller.visitor.page.locator("dialog[open]");
            dialog.waitFor();
            assertThat(dialog.evaluate("open => open.contains(document.activeElement)"))
                    .isEqualTo(true);
            assertThat(controller.visitor.barriers()).isEmpty();
            controller.press("Escape");
            assertThat(dialog.count()).isZero();
            assertThat(controller.isOn(opener)).isTrue();
        }
    }

    @Test
    void the_first_stop_leads_past_the_frame(Browser browser) {
        try (Keyboard orderer = Keyboard.as(browser, "ra-best")) {
            orderer.visitor.open("/catalogue/index.xhtml");
            orderer.press("Tab");
            assertThat(orderer.focus()).isEqualTo("Hopp til innholdet");
            orderer.press("Enter").press("Tab");
            assertThat(orderer.visitor.page.locator("main").evaluate("main => main.contains(document.activeElement)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_page_that_is_merely_opened_leaves_the_focus_at_its_start(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open("/orders/new.xhtml?offering=COL-VIDEO-STD");
            assertThat(visitor.page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
        }
    }
}
