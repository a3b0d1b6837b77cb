package no.fellesdrift.web.journey;

import java.util.List;

/** The pages that people open most, each as one who works with it. */
enum MainPages {
    OVERVIEW("ra-best", "/index.xhtml"),
    OVERVIEW_PROVIDER("p-slm", "/index.xhtml"),
    CATALOGUE("ra-best", "/catalogue/index.xhtml"),
    SERVICE("ra-best", "/catalogue/service.xhtml?code=COL-VIDEO"),
    NEW_ORDER("ra-best", "/orders/new.xhtml?offering=WPL-PC-STD"),
    ORDERS("p-ordre1", "/orders/index.xhtml"),
    ORDER("ra-best", "/orders/order.xhtml?number=B-2026-0047"),
    AGREEMENT("ra-best", "/agreements/agreement.xhtml?number=AVT-2026-02"),
    LEVELS("p-slm", "/levels/index.xhtml?period=2026-10"),
    CHARGES("p-kontr", "/finance/index.xhtml?period=2026-10"),
    ALLOCATION("p-kontr", "/finance/allocation.xhtml?period=2026-10"),
    PEOPLE("p-admin", "/admin/people.xhtml");

    final String person;
    final String address;

    MainPages(String person, String address) {
        this.person = person;
        this.address = address;
    }

    String file() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static List<MainPages> all() {
        return List.of(values());
    }
}
