package no.fellesdrift.web.catalogue;

import java.util.List;
import no.fellesdrift.catalogue.Lifecycle;
import no.fellesdrift.catalogue.NsmResponsibility;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.catalogue.ServiceDetail;
import no.fellesdrift.catalogue.ServiceKind;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/** A service as the API answers it. */
public record ServiceItem(
        ServiceCode code,
        LocalizedText name,
        LocalizedText summary,
        LocalizedText description,
        String category,
        LocalizedText categoryName,
        ServiceKind kind,
        OrgNumber deliveredBy,
        String delivererName,
        boolean upstream,
        boolean mandatory,
        Lifecycle lifecycle,
        ServiceCode successor,
        String owner,
        List<OfferingItem> offerings) {

    /** An offering in its service. */
    public record OfferingItem(
            OfferingCode code,
            LocalizedText name,
            LocalizedText unit,
            int leadTimeWorkingDays,
            String serviceLevelPackage,
            boolean orderable) {

        static OfferingItem of(OfferingView view) {
            return new OfferingItem(
                    view.code(),
                    view.name(),
                    view.unit(),
                    view.leadTimeWorkingDays(),
                    view.serviceLevelPackage(),
                    view.canBeOrdered());
        }
    }

    /** A service with what surrounds it. */
    public record Whole(
            ServiceCode code,
            LocalizedText name,
            LocalizedText summary,
            LocalizedText description,
            String category,
            LocalizedText categoryName,
            ServiceKind kind,
            OrgNumber deliveredBy,
            String delivererName,
            boolean upstream,
            boolean mandatory,
            Lifecycle lifecycle,
            ServiceCode successor,
            String owner,
            List<OfferingItem> offerings,
            List<Dependency> needs,
            List<ServiceCode> neededBy,
            List<Principle> nsmPrinciples) {}

    /** @param group within which it is redundant; absent when the service is down with it */
    public record Dependency(ServiceCode service, String type, String group) {}

    public record Principle(String principle, NsmResponsibility responsibility) {}

    static ServiceItem of(ServiceView view) {
        return new ServiceItem(
                view.code(),
                view.name(),
                view.summary(),
                view.description(),
                view.category(),
                view.categoryName(),
                view.kind(),
                view.deliveredBy(),
                view.delivererName(),
                view.upstream(),
                view.mandatory(),
                view.lifecycle(),
                view.successor(),
                view.owner(),
                view.offerings().stream().map(OfferingItem::of).toList());
    }

    static Whole of(ServiceDetail detail) {
        ServiceItem item = of(detail.service());
        return new Whole(
                item.code,
                item.name,
                item.summary,
                item.description,
                item.category,
                item.categoryName,
                item.kind,
                item.deliveredBy,
                item.delivererName,
                item.upstream,
                item.mandatory,
                item.lifecycle,
                item.successor,
                item.owner,
                item.offerings,
                detail.needs().stream()
                        .map(one -> new Dependency(one.code(), one.serial() ? "SERIAL" : "PARALLEL", one.group()))
                        .toList(),
                detail.neededBy().stream().map(ServiceDetail.Neighbour::code).toList(),
                detail.coverage().stream()
                        .map(one -> new Principle(one.principle(), one.responsibility()))
                        .toList());
    }
}
