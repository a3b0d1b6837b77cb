package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.List;

/** The tabs of the service-level section: the same for everyone who may open it. */
@Named
@RequestScoped
public class LevelTabs {

    /** @param name of its text, {@code sla.tab.<name>}, and what a page says it is */
    public record Tab(String name, String page) {}

    private static final List<Tab> TABS = List.of(
            new Tab("results", "/levels/index.xhtml"),
            new Tab("dashboard", "/levels/dashboard.xhtml"),
            new Tab("reports", "/levels/reports.xhtml"),
            new Tab("breaches", "/levels/breaches.xhtml"),
            new Tab("credits", "/levels/credits.xhtml"),
            new Tab("measurements", "/levels/measurements.xhtml"),
            new Tab("definitions", "/levels/definitions.xhtml"));

    @Inject
    ServletContext context;

    /** Those that are built. */
    public List<Tab> getAll() {
        return TABS.stream().filter(tab -> isBuilt(tab.page())).toList();
    }

    private boolean isBuilt(String page) {
        try {
            return context.getResource(page) != null;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(page, e);
        }
    }
}
