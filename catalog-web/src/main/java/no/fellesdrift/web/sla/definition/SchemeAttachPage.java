package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.definition.CreditSchemeAttachment;
import no.fellesdrift.sla.definition.CreditSchemeDesk;
import no.fellesdrift.sla.definition.CreditSchemeView;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.web.frame.Messages;

/** Lets a level, or those of a package, give back by a credit scheme from a day to come. */
@Named
@ViewScoped
public class SchemeAttachPage implements Serializable {

    private static final String LEVEL = "level:";

    @Inject
    transient CreditSchemeDesk desk;

    @Inject
    transient PackageDesk packages;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    private String code;
    private String target;
    private LocalDate validFrom;

    public void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER)) {
            throw new Rejection(DefinitionReason.ONLY_LEVEL_MANAGERS);
        }
        desk.versions(code == null ? "" : code);
        validFrom = desk.today().withDayOfYear(1).plusYears(1);
    }

    public String save() {
        boolean one = target.startsWith(LEVEL);
        String chosen = target.substring(target.indexOf(':') + 1);
        List<LevelVersionView> made;
        try {
            made = desk.attach(code, new CreditSchemeAttachment(one ? chosen : null, one ? null : chosen, validFrom));
        } catch (Rejection refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            refused.violations()
                    .forEach(violation -> messages.wrong(
                            "form:target",
                            violation.key(),
                            violation.arguments().toArray()));
            return null;
        }
        messages.done(
                "sla.scheme.attach.done",
                code,
                String.join(", ", made.stream().map(LevelVersionView::level).toList()));
        return "/levels/scheme.xhtml?faces-redirect=true&code=" + code;
    }

    public List<PackageDesk.Line> getPackages() {
        return packages.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    /** Levels in force today that the scheme can be reckoned from. */
    public List<LevelVersionView> getLevels() {
        List<CreditSchemeView> versions = desk.versions(code);
        CreditSchemeView newest = versions.get(versions.size() - 1);
        return packages
                .levels(Optional.empty(), Optional.of(desk.today()), PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .filter(level -> level.fits(newest.rules().kind()))
                .toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }
}
