package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;

/** Every page as every role in every language, on a phone and on a desk's screen: {@code mvn -Pfull}. */
@InChromium
@Tag("full")
class WholeMatrixIT {

    @BeforeAll
    static void set() {
        Stage.set();
    }

    @EveryRole
    void every_page_is_sound_in_every_language_and_width(
            String person, String who, Browser browser, TestReporter report) {
        try (Walk walk = Walk.as(browser, person)) {
            Set<String> pages = walk.everywhere(address -> {
                walk.open(address, "nb");
                walk.thoroughlyAt(Walk.DESK);
                walk.thoroughlyAt(Walk.PHONE);
                for (String language : List.of("nn", "en")) {
                    walk.open(address, language);
                    walk.at(Walk.DESK);
                    walk.at(Walk.PHONE);
                }
            });
            report.publishEntry("pages of " + who, String.valueOf(pages.size()));
            assertThat(pages).contains("/index.xhtml", "/password.xhtml", "/accessibility.xhtml");
            assertThat(walk.faults()).as("what %s stumbles over", who).isEmpty();
        }
    }
}
