package no.fellesdrift.web.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * axe-core against WCAG 2.0 to 2.2, levels A and AA. It is called by itself and gives back nothing but what it found:
 * {@link AxeBuilder} also carries every element that passed out of the browser and opens a second page for each look,
 * which took longer than the rules. No page has frames, so there is nothing to look into.
 */
final class Axe {

    private static final String SCRIPT = script();
    private static final String LOOK = """
            async () => {
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
                resultTypes: ['violations'], iframes: false, preload: false });
              return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node =>
                `${rule.id} – ${node.html.slice(0, 300)} (${node.failureSummary.split('\\n').slice(1).join(' ').trim()})`));
            }""";

    private Axe() {}

    /** What it finds on the page as it stands, one line each. */
    @SuppressWarnings("unchecked")
    static List<String> look(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<String>) page.evaluate(LOOK))
                .stream().map(found -> page.url() + ": " + found).toList();
    }

    private static String script() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
