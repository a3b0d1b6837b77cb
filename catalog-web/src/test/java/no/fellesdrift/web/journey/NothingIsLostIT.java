package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the frame does for every page: help, a first look around, and forms that lose nothing. */
@InChromium
class NothingIsLostIT {

    private static final String ORDER = "/orders/new.xhtml?offering=WPL-PC-STD";
    private static final String QUANTITY = "main form.form input[type=text]";
    private static final String SEND = "main form.form input[type=submit]";

    @Test
    void leaving_what_is_typed_asks_first(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open(ORDER);
            quantity(visitor).fill("12");
            List<String> asked = new ArrayList<>();
            visitor.page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.accept();
            });
            visitor.page.locator("nav.nav a").first().click();
            visitor.page.waitForURL("**/index.xhtml");
            assertThat(asked).containsExactly("beforeunload");
        }
    }

    @Test
    void another_language_keeps_what_is_typed_also_from_the_step_that_shows_it(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            List<String> asked = new ArrayList<>();
            visitor.page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.accept();
            });
            visitor.open(ORDER);
            quantity(visitor).fill("12");
            visitor.page.locator(".lang a[lang=nn]").click();
            visitor.page.waitForURL("**&lang=nn");
            assertThat(quantity(visitor).inputValue()).isEqualTo("12");
            assertThat(visitor.page.locator("#refilled").isVisible()).isFalse();

            visitor.page.getByLabel("Kostnadsstad").fill("4100");
            visitor.page.getByLabel("Kven skal bruke").fill("Dag Ensby");
            visitor.leave(() -> visitor.page.locator(SEND).first().click());
            assertThat(quantity(visitor).count())
                    .as("fields of the step that shows it")
                    .isZero();
            visitor.page.locator(".lang a[lang=en]").click();
            visitor.page.waitForURL("**&lang=en");
            assertThat(quantity(visitor).inputValue()).isEqualTo("12");
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void a_form_sent_after_the_session_has_ended_is_there_again_after_signing_in(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open(ORDER);
            quantity(visitor).fill("12");
            visitor.page.context().clearCookies();
            visitor.page.locator(SEND).first().click();
            visitor.page.waitForURL("**/sign-in.xhtml?from=*");
            visitor.page.locator("[data-person='ra-best']").click();
            visitor.page.waitForURL("**" + ORDER.replace("?", "\\?"));
            assertThat(visitor.page.locator("#refilled").isVisible()).isTrue();
            assertThat(quantity(visitor).inputValue()).isEqualTo("12");
            assertThat(visitor.barriers()).isEmpty();
        }
    }

    @Test
    void what_one_person_typed_is_not_shown_to_the_next(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open(ORDER);
            quantity(visitor).fill("12");
            visitor.page.context().clearCookies();
            visitor.page.locator(SEND).first().click();
            visitor.page.waitForURL("**/sign-in.xhtml?from=*");
            visitor.page.locator("[data-person='np-best']").click();
            visitor.page.waitForURL("**" + ORDER.replace("?", "\\?"));
            assertThat(visitor.page.locator("#refilled").isVisible()).isFalse();
            assertThat(quantity(visitor).inputValue()).isEmpty();
        }
    }

    @Test
    void sending_twice_sends_once(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open(ORDER);
            List<Request> sent = new ArrayList<>();
            visitor.page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request);
                }
            });
            visitor.leave(() -> visitor.page.evaluate("const send = document.querySelector('" + SEND
                    + "'); send.form.requestSubmit(send); send.form.requestSubmit(send);"));
            assertThat(visitor.page.locator("#errors").isVisible()).isTrue();
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void help_explains_the_page_and_gives_the_focus_back(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "p-kontr")) {
            visitor.open("/finance/allocation.xhtml?period=2026-10");
            visitor.page.locator("[data-drawer=help]").focus();
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.page.locator("#help").innerText()).contains("Summen ut er alltid lik summen inn");
            assertThat(visitor.barriers()).isEmpty();
            visitor.page.keyboard().press("Escape");
            assertThat(visitor.page.locator("#help").isVisible()).isFalse();
            assertThat((Boolean) visitor.page.evaluate("document.activeElement.dataset.drawer === 'help'"))
                    .isTrue();
        }
    }

    @Test
    void the_first_look_around_stays_away_once_it_is_put_away(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "k-obs")) {
            assertThat(visitor.page.locator("#tour").isVisible()).isTrue();
            visitor.page.locator("[data-put-away]").click();
            visitor.open("/index.xhtml");
            assertThat(visitor.page.locator("#tour").isVisible()).isFalse();
        }
    }

    private static Locator quantity(Visitor visitor) {
        return visitor.page.locator(QUANTITY).first();
    }
}
