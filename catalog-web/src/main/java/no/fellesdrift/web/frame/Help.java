package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The few sentences that help with the page one looks at: {@code help.orders.new} for {@code /orders/new.xhtml}. */
@Named("pageHelp")
@RequestScoped
public class Help {

    @Inject
    Texts t;

    @Inject
    Me me;

    /** Paragraphs; none on a page that needs no help, and before signing in. */
    public List<String> getText() {
        String key = key(FacesContext.getCurrentInstance().getViewRoot().getViewId());
        return me.isSignedIn() && t.containsKey(key) ? t.get(key).lines().toList() : List.of();
    }

    /** @param page as {@code /orders/new.xhtml} */
    public static String key(String page) {
        return "help." + page.substring(1, page.length() - ".xhtml".length()).replace('/', '.');
    }
}
