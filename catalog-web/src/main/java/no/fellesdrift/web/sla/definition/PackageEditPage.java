package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.sla.definition.PackageDraft;
import no.fellesdrift.sla.definition.PackageView;
import no.fellesdrift.sla.definition.Preset;
import no.fellesdrift.web.frame.Messages;

/** Makes a package, from nothing or as a copy of another. */
@Named
@ViewScoped
public class PackageEditPage implements Serializable {

    @Inject
    transient PackageDesk desk;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    private String code;
    private String nameNb;
    private String nameNn;
    private String nameEn;
    private String copyOf;
    private LocalDate validFrom;

    public void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER) && !caller.get().has(Role.CATALOGUE_MANAGER)) {
            throw new Rejection(DefinitionReason.ONLY_LEVEL_MANAGERS);
        }
        validFrom = desk.today().withDayOfYear(1).plusYears(1);
    }

    public String save() {
        PackageView made = desk.create(new PackageDraft(code, nameNb, nameNn, nameEn, copyOf, validFrom));
        messages.done("sla.definition.edit.package-done", made.code());
        return "/levels/package.xhtml?faces-redirect=true&code=" + made.code();
    }

    public List<Preset> getPresets() {
        return desk.presets(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    public List<PackageDesk.Line> getPackages() {
        return desk.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameNb() {
        return nameNb;
    }

    public void setNameNb(String nameNb) {
        this.nameNb = nameNb;
    }

    public String getNameNn() {
        return nameNn;
    }

    public void setNameNn(String nameNn) {
        this.nameNn = nameNn;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getCopyOf() {
        return copyOf;
    }

    public void setCopyOf(String copyOf) {
        this.copyOf = copyOf;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }
}
