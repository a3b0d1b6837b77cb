package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that a role reaches by links from its overview is opened and looked at. */
@InChromium
class EveryPageIT {

    private static final int PAGES_AT_MOST = 60;
    private static final int PHONE = 320;
    private static final int DESK = 1280;

    /** Pages already tried on a phone and in the other languages by an earlier role. */
    private static final Set<String> TRIED_NARROW = new HashSet<>();

    @ParameterizedTest(name = "{1} ({0})")
    @CsvSource({
        "ra-best, an orderer",
        "ra-godk, an approver",
        "ra-ok, an agency's finance",
        "ra-sik, a security officer",
        "p-ordre1, the order desk",
        "p-katalog, the catalogue manager",
        "p-solberg, a service owner",
        "p-slm, the service-level manager",
        "p-kontr, the controller",
        "p-okgodk, the finance approver",
        "p-admin, the administrator",
        "k-obs, an observer",
        "s-kunde, a supplier's contact",
    })
    void every_page_of_a_role_is_sound_and_has_no_barrier(String person, String who, Browser browser) {
        List<String> faults = new ArrayList<>();
        try (Visitor visitor = Visitor.as(browser, Site.base(), person)) {
            Set<String> seen = new LinkedHashSet<>();
            Deque<String> queue = new ArrayDeque<>(List.of("/index.xhtml"));
            while (!queue.isEmpty() && seen.size() < PAGES_AT_MOST) {
                String address = queue.pop();
                if (!seen.add(path(address))) {
                    continue;
                }
                look(visitor, address, faults);
                links(visitor).stream()
                        .filter(link -> !seen.contains(path(link)))
                        .forEach(queue::add);
            }
        }
        assertThat(faults).as("what %s stumbles over", who).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in.xhtml", "/accessibility.xhtml", "/error/404.xhtml"})
    void pages_before_signing_in_have_no_barrier(String address, Browser browser) {
        List<String> faults = new ArrayList<>();
        try (Visitor visitor = Visitor.at(browser, Site.base())) {
            look(visitor, address, faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_style_guide_has_no_barrier(Browser browser) {
        List<String> faults = new ArrayList<>();
        try (Visitor visitor = Visitor.as(browser, Site.base(), "p-admin")) {
            look(visitor, "/styleguide.xhtml", faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("the language follows the choice and keeps the page")
    void the_language_follows_the_choice_and_keeps_the_page(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open("/catalogue/index.xhtml?q=nett");
            visitor.page
                    .getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Nynorsk"))
                    .click();
            assertThat(visitor.page.url()).contains("/catalogue/index.xhtml").contains("q=nett");
            assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("nn");
            assertThat(visitor.page.locator("nav.nav").innerText()).contains("Tenestenivå");
            visitor.open("/index.xhtml");
            assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("nn");
            visitor.isSound();
        }
    }

    private static void look(Visitor visitor, String address, List<String> faults) {
        visitor.page.setViewportSize(DESK, 900);
        Response response = visitor.open(address);
        if (response != null && response.status() >= 400 && !address.startsWith("/error/")) {
            faults.add(address + " answers " + response.status());
            visitor.complaints().clear();
            return;
        }
        if (visitor.page.content().contains("???")) {
            faults.add(address + " misses a text: "
                    + visitor.page.content().replaceAll("(?s).*?(\\?\\?\\?[^?]*\\?\\?\\?).*", "$1"));
        }
        if (visitor.page.locator("h1").count() != 1) {
            faults.add(address + " has not one h1");
        }
        faults.addAll(visitor.barriers());
        if (TRIED_NARROW.add(path(address))) {
            int out = visitor.sticksOutAt(PHONE);
            if (out > 0) {
                faults.add(address + " sticks out " + out + " px at " + PHONE + " px");
            }
            faults.addAll(visitor.barriers());
            visitor.page.setViewportSize(DESK, 900);
            for (String language : List.of("nn", "en", "nb")) {
                visitor.open(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
                if (!language.equals(visitor.page.locator("html").getAttribute("lang"))
                        || visitor.page.content().contains("???")) {
                    faults.add(address + " is not all in " + language);
                }
                if (!language.equals("nb")) {
                    faults.addAll(visitor.barriers());
                }
            }
        }
        faults.addAll(visitor.complaints());
        visitor.complaints().clear();
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Visitor visitor) {
        List<String> all = (List<String>) visitor.page.evaluate("[...document.querySelectorAll('a[href]')]"
                + ".filter(a => a.origin === location.origin && a.pathname.endsWith('.xhtml'))"
                + ".map(a => a.pathname + a.search)");
        return all.stream().filter(link -> !link.contains("lang=")).distinct().toList();
    }

    private static String path(String address) {
        return URI.create(address.replace(" ", "%20")).getPath();
    }
}
