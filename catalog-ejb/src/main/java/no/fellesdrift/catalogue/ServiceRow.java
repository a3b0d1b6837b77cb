package no.fellesdrift.catalogue;

import java.util.List;

/**
 * A service in a file of many.
 *
 * @param service without its offerings
 * @param offerings their codes, in order
 */
public record ServiceRow(ServiceView service, List<OfferingCode> offerings) {

    public ServiceRow {
        offerings = List.copyOf(offerings);
    }
}
