package no.fellesdrift.web.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One person goes to every page that links lead to from the overview, each once, and notes what is wrong with it. */
final class Walk implements AutoCloseable {

    static final int PHONE = 320;
    static final int DESK = 1280;

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    /** Says so in its status, too. */
    private static final String EXPIRED = "/error/expired.xhtml";

    private static final int HEIGHT = 900;
    private static final int PAGES_AT_MOST = 100;

    /** What an address names one thing by. */
    private static final Pattern ONE = Pattern.compile("[?&](code|id|key|level|number|offering)=");

    private final Visitor visitor;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> odd = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Walk(Visitor visitor) {
        this.visitor = visitor;
    }

    static Walk as(Browser browser, String person) {
        return new Walk(Visitor.as(browser, Site.base(), person));
    }

    static Walk ofNobody(Browser browser) {
        return new Walk(Visitor.at(browser, Site.base()));
    }

    /**
     * Does it with every address; gives back the paths it came to. A page that shows one thing and, without telling which,
     * is the form of a new one, counts as two.
     */
    Set<String> everywhere(Consumer<String> look) {
        Set<String> shapes = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> queue = new ArrayDeque<>(List.of("/index.xhtml"));
        while (!queue.isEmpty()) {
            String address = queue.pop();
            if (shapes.add(shape(address))) {
                seen.add(path(address));
                look.accept(address);
                List<String> links = links();
                queue.addAll(links);
                links.forEach(this::makeOdd);
                fields().forEach(this::makeOdd);
            }
            if (seen.size() > PAGES_AT_MOST) {
                throw new IllegalStateException("More pages than anybody can look at: " + seen);
            }
        }
        return seen;
    }

    void open(String address) {
        visitor.open(address);
    }

    /**
     * The addresses that the links and filters of the pages know, with each parameter in turn replaced by what it cannot
     * be.
     */
    Set<String> oddAddresses() {
        return odd;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Opens the page in a language on a desk's screen, and looks at all that does not depend on the width. */
    void open(String address, String language) {
        visitor.speak(language);
        visitor.page.setViewportSize(DESK, HEIGHT);
        Response response = visitor.open(address);
        int expected = address.equals(EXPIRED) ? CONFLICT : OK;
        if (response.status() != expected) {
            faults.add(address + " answers " + response.status());
        }
        String content = visitor.page.content();
        if (content.contains("???")) {
            faults.add(address + " misses a text in " + language + ": "
                    + content.replaceAll("(?s).*?(\\?\\?\\?[^?]*\\?\\?\\?).*", "$1"));
        }
        if (!language.equals(visitor.page.locator("html").getAttribute("lang"))) {
            faults.add(address + " is not in " + language);
        }
        if (visitor.page.locator("h1").count() != 1) {
            faults.add(address + " has not one h1");
        }
        // the browser complains of every answer that is not 2xx
        visitor.complaints().removeIf(complaint -> expected == CONFLICT && complaint.contains("409"));
        faults.addAll(visitor.complaints());
        visitor.complaints().clear();
    }

    /** Looks at the open page in this width: nothing sticks out, nothing bars anybody. */
    void at(int width) {
        at(width, Axe::lookAtEachKind);
    }

    /** The same, with the contrast of every word, and not only of each kind. */
    void thoroughlyAt(int width) {
        at(width, Axe::look);
    }

    private void at(int width, Function<Page, List<String>> look) {
        int out = visitor.sticksOutAt(width);
        if (out > 0) {
            faults.add(visitor.page.url() + " sticks out " + out + " px at " + width + " px");
        }
        look.apply(visitor.page).forEach(barrier -> faults.add(barrier + " at " + width + " px"));
    }

    List<String> faults() {
        return faults;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        List<String> all = (List<String>) visitor.page.evaluate("[...document.querySelectorAll('a[href]')]"
                + ".filter(a => a.origin === location.origin && a.pathname.endsWith('.xhtml'))"
                + ".map(a => a.pathname + a.search)");
        return all.stream().filter(link -> !link.contains("lang=")).distinct().toList();
    }

    /** Each field of the page's filters as an address of its own. */
    @SuppressWarnings("unchecked")
    private List<String> fields() {
        return (List<String>) visitor.page.evaluate("[...document.querySelectorAll('form[method=get] [name]')]"
                + ".map(field => new URL(field.form.action).pathname + '?' + field.name + '=x')");
    }

    /** Once for each parameter of each path. */
    private void makeOdd(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            return;
        }
        List<String> pairs = List.of(address.substring(query + 1).split("&", -1));
        for (String pair : pairs) {
            String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
            if (!name.isEmpty() && known.add(address.substring(0, query) + "?" + name)) {
                odd.add(address.substring(0, query) + "?"
                        + String.join(
                                "&",
                                pairs.stream()
                                        .map(one -> one.startsWith(name + "=") ? name + "=%3Cnonsense%3E" : one)
                                        .toList()));
            }
        }
    }

    /** The path, and whether it says which one. */
    static String shape(String address) {
        return path(address) + (ONE.matcher(address).find() ? "?" : "");
    }

    static String path(String address) {
        return URI.create(address.replace(" ", "%20")).getPath();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
