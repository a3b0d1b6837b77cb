package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of the catalogue and of prices that are announced. */
@RequestScoped
class CataloguePart {

    private static final int SHOWN = 4;

    @Inject
    OfferingDesk offerings;

    @Inject
    PriceDesk prices;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    Tile tile() {
        List<OfferingView> all = offerings.offerings();
        long services = all.stream().map(OfferingView::service).distinct().count();
        return Tile.of(
                t.get("overview.catalogue.title"),
                links.to("/catalogue/index.xhtml"),
                f.number(services),
                t.get("overview.catalogue.services"),
                t.of("overview.catalogue.offerings", all.size()));
    }

    /** New prices, one line for each offering and day. */
    List<Task> comingPrices(LocalDate today) {
        Map<LocalDate, List<PriceView>> byDay = prices.coming(today).stream()
                .collect(Collectors.groupingBy(price -> price.valid().start(), TreeMap::new, Collectors.toList()));
        List<Task> tasks = new ArrayList<>();
        byDay.forEach((day, ofDay) -> ofDay.stream()
                .map(PriceView::offering)
                .distinct()
                .forEach(code -> {
                    OfferingView offering = offerings.offering(code);
                    tasks.add(new Task(
                            links.to(
                                    "/catalogue/service.xhtml",
                                    "code",
                                    offering.service().value(),
                                    "on",
                                    day.toString()),
                            t.of("overview.catalogue.price", t.in(offering.name())),
                            t.of("overview.catalogue.from", f.date(day)),
                            null,
                            ""));
                }));
        return tasks.subList(0, Math.min(SHOWN, tasks.size()));
    }
}
