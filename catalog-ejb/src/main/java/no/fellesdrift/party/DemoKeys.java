package no.fellesdrift.party;

import java.util.Map;

/** The fixed keys of demo mode, and the person of the demo data that each acts as. */
final class DemoKeys {

    static final Map<String, String> PERSON = Map.ofEntries(
            Map.entry("demo-customer-ra", "ra-best"),
            Map.entry("demo-approver-ra", "ra-godk"),
            Map.entry("demo-finance-ra", "ra-ok"),
            Map.entry("demo-customer-np", "np-best"),
            Map.entry("demo-orderdesk", "p-ordre1"),
            Map.entry("demo-slm", "p-slm"),
            Map.entry("demo-catalogue", "p-katalog"),
            Map.entry("demo-finance", "p-kontr"),
            Map.entry("demo-finance-approver", "p-okgodk"),
            Map.entry("demo-observer", "k-obs"),
            Map.entry("demo-admin", "p-admin"));

    private DemoKeys() {}
}
