package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditFilter;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.job.JobFilter;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.JobState;
import no.fellesdrift.job.JobView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.party.KeyFilter;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.PersonFilter;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.Written;

/** What the overview shows an administrator: the doors to the work. */
@RequestScoped
class AdministrationPart {

    private static final Duration LATELY = Duration.ofDays(7);

    @Inject
    Texts t;

    @Inject
    Links links;

    @Inject
    CatalogueDesk catalogue;

    @Inject
    PartyDesk parties;

    @Inject
    KeyDesk keys;

    @Inject
    AuditDesk audit;

    @Inject
    JobDesk jobs;

    @Inject
    Clock clock;

    @Inject
    Format f;

    List<Tile> tiles() {
        return List.of(
                door(
                        "people",
                        "/admin/people.xhtml",
                        f.number(parties.people(PersonFilter.ALL, PageRequest.first(1))
                                .total())),
                door(
                        "keys",
                        "/admin/keys.xhtml",
                        f.number(keys.keys(KeyFilter.ALL, PageRequest.first(1)).total())),
                events(),
                imported());
    }

    /** How much has happened lately. */
    private Tile events() {
        Instant from = clock.instant().minus(LATELY);
        long total = audit.entries(
                        new AuditFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(from),
                                Optional.empty()),
                        PageRequest.first(1))
                .total();
        return Tile.of(
                t.get("overview.admin.audit"),
                links.to("/admin/audit.xhtml"),
                f.number(total),
                t.of("overview.admin.audit.unit", LATELY.toDays()),
                t.get("overview.admin.audit.text"));
    }

    /** When a data set was last read in. */
    private Tile imported() {
        Optional<JobView> last = jobs
                .list(new JobFilter(Optional.of(JobState.DONE), Optional.of(JobKind.IMPORT)), PageRequest.first(1))
                .items()
                .stream()
                .findFirst();
        return Tile.of(
                t.get("overview.admin.import"),
                links.to("/admin/import.xhtml"),
                last.map(job -> f.date(LocalDate.ofInstant(job.endedAt(), Written.OSLO)))
                        .orElse("–"),
                "",
                last.map(job -> t.of("overview.admin.import.last", job.subject()))
                        .orElseGet(() -> t.get("overview.admin.import.never")));
    }

    /** What a new installation still lacks. */
    List<Task> beginnings() {
        List<Task> beginnings = new ArrayList<>();
        if (catalogue.services(ServiceFilter.all("nb"), PageRequest.first(1)).total() == 0) {
            beginnings.add(beginning("import", "/admin/import.xhtml"));
        }
        if (parties.people(PersonFilter.ALL, PageRequest.first(1)).total() == 1) {
            beginnings.add(beginning("people", "/admin/person.xhtml"));
        }
        return beginnings;
    }

    private Task beginning(String name, String page) {
        String key = "overview.admin.start." + name;
        return new Task(links.to(page), t.get(key), t.get(key + "-text"), null, "");
    }

    private Tile door(String name, String page, String figure) {
        return Tile.of(
                t.get("overview.admin." + name), links.to(page), figure, "", t.get("overview.admin." + name + ".text"));
    }
}
