package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.fellesdrift.sla.source.SourceDesk;
import no.fellesdrift.sla.source.SourceState;
import no.fellesdrift.sla.source.SourceView;

/** All monitoring sources and how they do. */
@Named
@RequestScoped
public class SourcesPage {

    @Inject
    SourceDesk desk;

    private List<SourceView> sources;
    private List<String> unwatched;

    public List<SourceView> getSources() {
        if (sources == null) {
            sources = desk.list();
        }
        return sources;
    }

    /** Codes of the services that are unknown of now. */
    public List<String> getUnwatched() {
        if (unwatched == null) {
            unwatched = desk.unwatched();
        }
        return unwatched;
    }

    /** The kind of tag of a state: how it is coloured. */
    public String kind(SourceState state) {
        return switch (state) {
            case HEALTHY -> "ok";
            case LATE -> "warn";
            case SILENT -> "bad";
            case NOT_WATCHED -> "dash";
        };
    }

    public String icon(SourceState state) {
        return switch (state) {
            case HEALTHY -> "check-circle";
            case LATE -> "clock";
            case SILENT -> "times-circle";
            case NOT_WATCHED -> "minus-circle";
        };
    }
}
