package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the main pages weigh, compressed, on the first and on later visits, and how they look: pictures go to {@code
 * target/screens}, or to the folder of {@code -Dfellesdrift.screens=…}.
 */
@InChromium
class MainPagesIT {

    private static final int FIRST_VISIT_AT_MOST = 500_000;
    private static final int LATER_VISITS_AT_MOST = 30_000;
    private static final Path SCREENS = Path.of(System.getProperty("fellesdrift.screens", "target/screens"));

    /** Where docs/performance.md has its figures from. */
    private static final Path WEIGHTS = Path.of("target", "weight-of-pages.md");

    private static final Map<String, long[]> WEIGHED = new LinkedHashMap<>();

    @AfterAll
    static void write() throws IOException {
        StringBuilder table =
                new StringBuilder("| page | first visit, bytes | later visits, bytes |\n|---|---:|---:|\n");
        WEIGHED.forEach((page, bytes) ->
                table.append(String.format(Locale.ROOT, "| %s | %d | %d |%n", page, bytes[0], bytes[1])));
        Files.createDirectories(WEIGHTS.getParent());
        Files.writeString(WEIGHTS, table);
    }

    @ParameterizedTest
    @EnumSource
    void a_main_page_is_light_and_has_its_picture(MainPages main, Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), main.person)) {
            List<Request> asked = new ArrayList<>();
            visitor.page.onRequestFinished(asked::add);
            visitor.open(main.address);
            visitor.page.waitForLoadState(LoadState.NETWORKIDLE);
            long later = bytes(asked);
            long first = later + Statics.bytes(browser);
            WEIGHED.put(main.file(), new long[] {first, later});
            assertThat(visitor.page.locator("h1").count()).isEqualTo(1);
            visitor.page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(false).setPath(SCREENS.resolve(main.file() + ".png")));
            assertThat(first).isLessThan(FIRST_VISIT_AT_MOST);
            assertThat(later).isLessThan(LATER_VISITS_AT_MOST);
        }
    }

    private static long bytes(List<Request> asked) {
        // asking for a size lets more requests be reported; what the browser had kept has a negative size
        return List.copyOf(asked).stream()
                .mapToLong(request -> Math.max(0, request.sizes().responseBodySize))
                .sum();
    }

    /** Stylesheet, script, letters and pictures, which every page shares and a browser keeps. */
    private static final class Statics {
        private static long known = -1;

        static synchronized long bytes(Browser browser) {
            if (known < 0) {
                try (Visitor visitor = Visitor.at(browser, Site.base())) {
                    List<Request> asked = new ArrayList<>();
                    visitor.page.onRequestFinished(asked::add);
                    visitor.open("/sign-in.xhtml");
                    visitor.page.waitForLoadState(LoadState.NETWORKIDLE);
                    known = MainPagesIT.bytes(List.copyOf(asked).stream()
                            .filter(request -> request.url().contains("/resources/")
                                    || request.url().contains("jakarta.faces.resource"))
                            .toList());
                }
            }
            return known;
        }
    }
}
