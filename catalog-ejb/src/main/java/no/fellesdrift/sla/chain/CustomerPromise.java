package no.fellesdrift.sla.chain;

import java.math.BigDecimal;
import java.util.List;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.sla.Measure;

/**
 * What customers of a service are promised by a level of the package they have it with.
 *
 * @param ownOnly the level measures the service alone, not what it needs
 * @param agencies names, in order
 */
public record CustomerPromise(
        String service,
        LocalizedText serviceName,
        String level,
        Measure measure,
        String priority,
        BigDecimal target,
        Long thresholdSeconds,
        String calendar,
        boolean ownOnly,
        List<String> agencies) {

    public CustomerPromise {
        agencies = List.copyOf(agencies);
    }
}
