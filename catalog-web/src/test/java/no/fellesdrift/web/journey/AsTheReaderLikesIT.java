package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On paper, enlarged four times, and without motion for those whom it makes dizzy. */
@InChromium
class AsTheReaderLikesIT {

    /** A4 less the margins of the print style, at 96 dots an inch. */
    private static final int PAPER = 672;

    private static final String MOVING = "[...document.querySelectorAll('*')].filter(element => {"
            + " const style = getComputedStyle(element);"
            + " return style.animationName !== 'none' || style.transitionDuration.split(', ').some(time => time !== '0s');"
            + " }).length";

    @Test
    void nothing_moves_for_those_who_want_it_so(Browser browser) {
        try (Visitor reader = Visitor.as(browser, Site.base(), "p-kontr")) {
            reader.open("/finance/allocation.xhtml?period=2026-10");
            reader.page.locator("[data-drawer=help]").click();
            assertThat((Integer) reader.page.evaluate(MOVING)).isPositive();
            reader.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(reader.page.evaluate(MOVING)).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "p-kontr, /finance/index.xhtml?period=2026-10",
        "p-kontr, /finance/allocation.xhtml?period=2026-10",
        "ra-ok, /finance/forecast.xhtml",
        "p-slm, /levels/index.xhtml?period=2026-10",
        "ra-best, /agreements/agreement.xhtml?number=AVT-2026-02",
        "ra-best, /catalogue/index.xhtml",
        "p-ordre1, /orders/index.xhtml",
        "ra-best, /orders/order.xhtml?number=B-2026-0047",
    })
    void on_paper_stands_what_there_is_to_read_and_no_button(String person, String address, Browser browser) {
        try (Visitor reader = Visitor.as(browser, Site.base(), person)) {
            reader.open(address);
            reader.page.setViewportSize(PAPER, 900);
            reader.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(reader.page.locator("h1").isVisible()).isTrue();
            assertThat(reader.page
                            .locator("header.topbar:visible, nav.nav:visible, button:visible, input:visible,"
                                    + " select:visible, .btn:visible, .skip:visible")
                            .count())
                    .as("what nobody can press on paper")
                    .isZero();
            assertThat(reader.page.evaluate("[...document.querySelectorAll('main table')]"
                            + ".filter(table => table.offsetParent && table.getBoundingClientRect().right > innerWidth + 1)"
                            + ".map(table => table.caption?.innerText ?? table.className)"))
                    .as("tables that the paper cuts")
                    .isEqualTo(List.of());
        }
    }

    /** 400 % of a screen of 1280 by 1024 is a screen of 320 by 256. */
    @ParameterizedTest
    @CsvSource({
        "ra-best, /orders/new.xhtml?offering=COL-VIDEO-STD",
        "p-slm, /levels/index.xhtml?period=2026-10",
        "p-kontr, /finance/index.xhtml?period=2026-10",
        "ra-godk, /index.xhtml",
    })
    void enlarged_four_times_nothing_covers_what_is_read(String person, String address, Browser browser) {
        try (Visitor reader = Visitor.as(browser, Site.base(), person)) {
            reader.page.setViewportSize(320, 256);
            reader.open(address);
            assertThat(reader.page.evaluate(
                            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                    .isEqualTo(0);
            assertThat(reader.page.evaluate("[...document.querySelectorAll('body *')].filter(element =>"
                            + " ['fixed', 'sticky'].includes(getComputedStyle(element).position)"
                            + " && element.getBoundingClientRect().height > innerHeight / 2"
                            + " && element.offsetParent).map(element => element.className)"))
                    .as("what stays while the page is scrolled, and covers half of it")
                    .isEqualTo(List.of());
            reader.page.locator("h1").scrollIntoViewIfNeeded();
            assertThat(reader.page.locator("h1").isVisible()).isTrue();
            assertThat(reader.barriers()).isEmpty();
        }
    }
}
