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
            async alike => {
              axe.configure({ rules: [{ id: 'color-contrast', selector: alike > 0 ? '*:not([data-alike])' : '*' }] });
              if (alike > 0) {
                const numbers = new Map(), behind = new Map(), met = new Map();
                const number = words => {
                  if (!numbers.has(words)) numbers.set(words, numbers.size);
                  return numbers.get(words);
                };
                const under = (element, style) => {
                  const below = element.parentElement ? behind.get(element.parentElement) : 0;
                  const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.position, style.filter];
                  return own.join() === 'rgba(0, 0, 0, 0),none,1,static,none' ? below : number(below + own.join());
                };
                for (const element of document.querySelectorAll('*')) {
                  const style = getComputedStyle(element);
                  behind.set(element, under(element, style));
                  const look = number([behind.get(element), style.color, style.fontSize, style.fontWeight,
                    style.textShadow, style.visibility, element.matches(':disabled,[aria-disabled=true]')].join(' '));
                  met.set(look, (met.get(look) ?? 0) + 1);
                  element.toggleAttribute('data-alike', met.get(look) > alike);
                }
              }
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
                resultTypes: ['violations'], iframes: false, preload: false });
              return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node =>
                `${rule.id} – ${node.html.slice(0, 300)} (${node.failureSummary.split('\\n').slice(1).join(' ').trim()})`));
            }""";

    /** What most of the time goes to is the contrast of every word, and the fiftieth row is painted as the first. */
    private static final int ALIKE = 3;

    private Axe() {}

    /** What it finds on the page as it stands, one line each. */
    static List<String> look(Page page) {
        return look(page, 0);
    }

    /**
     * The same, but contrast is looked at in the first few only of the elements that have the same letters in the same
     * colours on the same ground.
     */
    static List<String> lookAtEachKind(Page page) {
        return look(page, ALIKE);
    }

    @SuppressWarnings("unchecked")
    private static List<String> look(Page page, int alike) {
        if (Boolean.FALSE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<String>) page.evaluate(LOOK, alike))
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
