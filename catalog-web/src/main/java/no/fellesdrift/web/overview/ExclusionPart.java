package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.Written;

/** Times that the other side wants left out of the figures and that wait for the reader. */
@RequestScoped
class ExclusionPart {

    @Inject
    ExclusionDesk desk;

    @Inject
    PartyDesk parties;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    List<Task> waiting() {
        return desk.waiting().stream().map(this::task).toList();
    }

    private Task task(ExclusionView wanted) {
        return new Task(
                links.to("/levels/exclusion.xhtml", "key", wanted.exclusion()),
                t.of("overview.exclusion", wanted.exclusion()),
                t.of(
                        "overview.exclusion.text",
                        parties.organisation(OrgNumber.of(wanted.organisation()))
                                .name(),
                        f.instant(wanted.from()),
                        f.instant(wanted.to()),
                        wanted.summary()),
                null,
                t.of(
                        "overview.since",
                        f.date(wanted.requestedAt().atZone(Written.OSLO).toLocalDate())));
    }
}
