package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.definition.LinePackageDesk;
import no.fellesdrift.sla.definition.LinePackageDraft;
import no.fellesdrift.sla.definition.LinePackageView;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.web.frame.Messages;

/** What an agreement line is promised over time, and from when something else. */
@Named
@ViewScoped
public class LinePackagePage implements Serializable {

    @Inject
    transient LinePackageDesk desk;

    @Inject
    transient PackageDesk packageDesk;

    @Inject
    transient Messages messages;

    private String line;
    private String servicePackage;
    private LocalDate validFrom;
    private String reason;
    private transient List<LinePackageView> promised;

    public void open() {
        line = line == null ? "" : line;
        promised = desk.promised(line);
        validFrom = packageDesk.today().withDayOfYear(1).plusYears(1);
    }

    public String save() {
        desk.promise(line, new LinePackageDraft(servicePackage, validFrom, reason));
        messages.done("sla.definition.line.done", line, servicePackage);
        return "/levels/line-package.xhtml?faces-redirect=true&line=" + line;
    }

    public List<LinePackageView> getPromised() {
        if (promised == null) {
            promised = desk.promised(line);
        }
        return promised;
    }

    public List<PackageDesk.Line> getPackages() {
        return packageDesk.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    public String getLine() {
        return line;
    }

    public void setLine(String line) {
        this.line = line;
    }

    public String getServicePackage() {
        return servicePackage;
    }

    public void setServicePackage(String servicePackage) {
        this.servicePackage = servicePackage;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
