package no.fellesdrift.charge.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;

/** Divides a customer's credit over those who caused the downtime that it is for; a pure function. */
final class Collecting {

    private Collecting() {}

    /**
     * What each contract answers for, by contract; the rest is the provider's own.
     *
     * @param credit what the customer gets, positive
     * @param seconds of the downtime that each contract's supplier caused
     * @param downtime all of it, not less than those together
     */
    static SortedMap<String, Money> divide(Money credit, SortedMap<String, Long> seconds, long downtime) {
        long suppliers = seconds.values().stream().mapToLong(Long::longValue).sum();
        if (downtime <= 0 || suppliers > downtime) {
            throw new IllegalArgumentException(seconds + " of " + downtime + " seconds");
        }
        List<Share> shares = new ArrayList<>();
        seconds.values().forEach(each -> shares.add(Share.of(each, downtime)));
        shares.add(Share.of(downtime - suppliers, downtime));
        List<Money> parts = credit.split(shares);
        SortedMap<String, Money> divided = new TreeMap<>();
        int next = 0;
        for (Map.Entry<String, Long> contract : seconds.entrySet()) {
            divided.put(contract.getKey(), parts.get(next++));
        }
        return divided;
    }
}
