package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;

/** A person who has no mouse: goes on by the tabulator, and sees at every stop where that is. */
final class Keyboard implements AutoCloseable {

    private static final int STOPS_AT_MOST = 150;

    final Visitor visitor;

    private Keyboard(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Signed in by keys alone. */
    static Keyboard as(Browser browser, String person) {
        Keyboard keyboard = new Keyboard(Visitor.at(browser, Site.base()));
        keyboard.visitor.open("/sign-in.xhtml");
        keyboard.to(keyboard.visitor.page.locator("[data-person='" + person + "']"))
                .enter();
        assertThat(keyboard.visitor.page.url()).endsWith("/index.xhtml");
        return keyboard;
    }

    /** By the tabulator, from wherever the focus is. */
    Keyboard to(Locator there) {
        there.waitFor();
        for (int stop = 0; stop < STOPS_AT_MOST; stop++) {
            visitor.page.keyboard().press("Tab");
            if (focused(there)) {
                assertThat(visitor.page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("the mark of the focus on %s", there)
                        .isEqualTo("solid");
                return this;
            }
        }
        throw new AssertionError("No tabulator leads to " + there + " of " + visitor.page.url());
    }

    Keyboard toLink(String name) {
        return to(visitor.link(name));
    }

    Keyboard toButton(String name) {
        return to(visitor.button(name));
    }

    Keyboard type(String label, String text) {
        to(visitor.field(label));
        visitor.page.keyboard().press("Control+a");
        visitor.page.keyboard().type(text);
        return this;
    }

    /** Presses the key that leads to another page, and waits for that. */
    Keyboard enter() {
        visitor.leave(() -> visitor.page.keyboard().press("Enter"));
        return this;
    }

    Keyboard press(String key) {
        visitor.page.keyboard().press(key);
        return this;
    }

    Keyboard sees(String... texts) {
        visitor.sees(texts);
        return this;
    }

    /** What has the focus, as it reads. */
    String focus() {
        return visitor.page
                .evaluate("document.activeElement.innerText ?? ''")
                .toString()
                .replace('\u00a0', ' ')
                .strip();
    }

    private static boolean focused(Locator there) {
        return Boolean.TRUE.equals(there.evaluate("element => element === document.activeElement"));
    }

    boolean isOn(Locator there) {
        return focused(there);
    }

    @Override
    public void close() {
        visitor.close();
    }
}
