package no.fellesdrift.web.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.fellesdrift.exchange.SearchDesk;
import no.fellesdrift.exchange.SearchView;
import no.fellesdrift.party.OrganisationRole;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Language;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Navigation;
import no.fellesdrift.web.frame.Texts;

/** What the search of the top bar found, in the sections that the reader has. */
@Named
@RequestScoped
public class SearchPage {

    private static final int MOST = 8;
    private static final int LONGEST = 100;

    @Inject
    SearchDesk desk;

    @Inject
    HttpServletRequest request;

    @Inject
    Language language;

    @Inject
    Navigation navigation;

    @Inject
    Me me;

    @Inject
    Texts t;

    @Inject
    Format f;

    private String text;
    private final List<Group> groups = new ArrayList<>();
    private long all;

    /**
     * One kind of thing.
     *
     * @param kind the last part of its text key
     * @param total in words: what is not counted to its end is "over 1 000"
     * @param more where the rest is; absent when all are here
     */
    public record Group(String kind, String total, List<Hit> hits, String more) {}

    /**
     * One thing that was found.
     *
     * @param number by which it is known; typed in full it leads straight there
     */
    public record Hit(String href, String title, String number, String about) {}

    @PostConstruct
    void search() {
        String typed = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
        text = typed.substring(0, Math.min(LONGEST, typed.length()));
        SearchView found = desk.search(text, language.code(), MOST);
        if (navigation.has("catalogue")) {
            add(
                    "services",
                    found.services().total(),
                    found.services().items().stream()
                            .map(one -> new Hit(
                                    to("/catalogue/service.xhtml?code=" + one.code()),
                                    t.in(one.name()),
                                    one.code().value(),
                                    t.in(one.summary())))
                            .toList(),
                    "/catalogue/index.xhtml?q=");
        }
        if (navigation.has("orders")) {
            add(
                    "orders",
                    found.orders().total(),
                    found.orders().items().stream()
                            .map(one -> new Hit(
                                    to("/orders/order.xhtml?number=" + one.number()),
                                    one.offering() == null ? one.number().value() : t.in(one.offering()),
                                    one.number().value(),
                                    one.organisationName() + " · " + t.get("order.state." + one.state())))
                            .toList(),
                    "/orders/index.xhtml?view=all&q=");
        }
        if (navigation.has("agreements")) {
            add(
                    "agreements",
                    found.agreements().total(),
                    found.agreements().items().stream()
                            .map(one -> new Hit(
                                    to("/agreements/agreement.xhtml?number=" + one.number()),
                                    one.title(),
                                    one.number().value(),
                                    one.agencyName() + " · " + t.get("agreement.state." + one.state())))
                            .toList(),
                    "/agreements/index.xhtml?q=");
        }
        List<Hit> organisations = found.organisations().stream()
                .map(this::organisation)
                .flatMap(Optional::stream)
                .toList();
        add("organisations", organisations.size(), organisations, null);
    }

    private String counted(long total) {
        return total > SearchDesk.COUNTED
                ? t.of("exchange.search.over", f.number(SearchDesk.COUNTED))
                : f.number(total);
    }

    private void add(String kind, long total, List<Hit> hits, String list) {
        if (total > 0) {
            all += total;
            groups.add(new Group(kind, counted(total), hits, total > hits.size() ? to(list + encoded(text)) : null));
        }
    }

    /** There is no page about an organisation; it leads to what the reader comes for: its people, agreements or services. */
    private Optional<Hit> organisation(OrganisationView one) {
        String page = null;
        if (me.has("ADMINISTRATOR")) {
            page = "/admin/people.xhtml?organisation=" + one.number().digits();
        } else if (one.role() == OrganisationRole.CUSTOMER && navigation.has("agreements") && sees(one)) {
            page = "/agreements/index.xhtml?q=" + encoded(one.name());
        } else if (one.role() != OrganisationRole.CUSTOMER && navigation.has("catalogue")) {
            page = "/catalogue/index.xhtml?by=" + one.number().digits();
        }
        return Optional.ofNullable(page)
                .map(known -> new Hit(
                        to(known),
                        one.name(),
                        one.number().digits(),
                        t.get("exchange.search.organisation." + one.role())));
    }

    private boolean sees(OrganisationView one) {
        return me.isSeesAllAgencies() || one.number().equals(me.getOrganisation());
    }

    private String to(String page) {
        return request.getContextPath() + page;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** A number typed in full leads straight to what bears it; null stays here. */
    public String straight() {
        List<String> exact = hits().filter(hit -> hit.number().equalsIgnoreCase(text))
                .map(Hit::href)
                .toList();
        if (exact.size() != 1) {
            return null;
        }
        String page = exact.get(0).substring(request.getContextPath().length());
        return page + (page.contains("?") ? "&" : "?") + "faces-redirect=true";
    }

    private Stream<Hit> hits() {
        return groups.stream().flatMap(group -> group.hits().stream());
    }

    public boolean isTooShort() {
        return text.length() < SearchDesk.FEWEST;
    }

    public String getText() {
        return text;
    }

    public List<Group> getGroups() {
        return groups;
    }

    public String getSummary() {
        return t.of("exchange.search.found", counted(all), text);
    }
}
