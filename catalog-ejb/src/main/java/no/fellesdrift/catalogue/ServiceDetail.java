package no.fellesdrift.catalogue;

import java.util.List;
import no.fellesdrift.kernel.LocalizedText;

/** A service with what surrounds it: what it needs, what needs it, and the security principles it covers. */
public record ServiceDetail(
        ServiceView service, List<Neighbour> needs, List<Neighbour> neededBy, List<Coverage> coverage) {

    public ServiceDetail {
        needs = List.copyOf(needs);
        neededBy = List.copyOf(neededBy);
        coverage = List.copyOf(coverage);
    }

    /**
     * Another service along a dependency.
     *
     * @param serial down when the needed one is down; otherwise redundant within {@code group}
     */
    public record Neighbour(ServiceCode code, LocalizedText name, String delivererName, boolean serial, String group) {}

    /**
     * One of NSM's basic principles and who takes care of it.
     *
     * @param title bokmål, as NSM writes it
     */
    public record Coverage(String principle, String title, NsmResponsibility responsibility) {}
}
