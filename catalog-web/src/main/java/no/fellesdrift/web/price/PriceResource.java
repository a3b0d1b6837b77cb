package no.fellesdrift.web.price;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.price.IncludedBasis;
import no.fellesdrift.price.OneOffEvent;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceDraft;
import no.fellesdrift.price.PriceKind;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;

/** Versions of list prices. */
@Path("prices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PriceResource {

    @Inject
    PriceDesk desk;

    /** A version as the API answers it. */
    public record Item(
            String priceId,
            OfferingCode offering,
            String component,
            PriceKind kind,
            OneOffEvent oneOffEvent,
            UnitPrice unitPrice,
            List<Tier> tiers,
            String meter,
            BigDecimal includedQuantity,
            IncludedBasis includedBasis,
            Money minimumAmount,
            Boolean minimumWhenUnused,
            LocalDate announcedOn,
            LocalDate validFrom,
            LocalDate validTo) {

        static Item of(PriceView view) {
            return new Item(
                    view.priceId(),
                    view.offering(),
                    view.component(),
                    view.kind(),
                    view.oneOffEvent(),
                    view.unitPrice(),
                    view.tiers().stream()
                            .map(tier -> new Tier(tier.from(), tier.to(), tier.unitPrice()))
                            .toList(),
                    view.meter(),
                    view.includedQuantity(),
                    view.includedBasis(),
                    view.minimumAmount(),
                    view.minimumAmount() == null ? null : view.minimumWhenUnused(),
                    view.announcedOn(),
                    view.valid().start(),
                    view.valid().end());
        }
    }

    public record Tier(BigDecimal fromQuantity, BigDecimal toQuantity, UnitPrice unitPrice) {}

    /** A coming version as it is sent in. */
    public record Draft(
            OfferingCode offering, String component, UnitPrice unitPrice, List<Tier> tiers, LocalDate validFrom) {

        PriceDraft draft() {
            return new PriceDraft(
                    offering,
                    component,
                    unitPrice,
                    tiers == null
                            ? List.of()
                            : tiers.stream()
                                    .map(tier -> new PriceView.Tier(
                                            tier.fromQuantity(), tier.toQuantity(), tier.unitPrice()))
                                    .toList(),
                    validFrom);
        }
    }

    /** All versions of one offering, or the coming ones of all when none is named. */
    @GET
    public Paged<Item> list(
            @QueryParam("offering") Optional<OfferingCode> offering, @QueryParam("after") Optional<LocalDate> after) {
        List<Item> items = (offering.isPresent()
                        ? desk.versions(List.of(offering.get()))
                        : desk.coming(after.orElse(LocalDate.EPOCH)))
                .stream()
                        .filter(view -> after.isEmpty() || view.valid().start().isAfter(after.get()))
                        .map(Item::of)
                        .toList();
        return Paged.of(items, PageRequest.first(PageRequest.MAX_SIZE), items.size());
    }

    @GET
    @Path("{id: .+}")
    public Response one(@PathParam("id") String id) {
        Item item = Item.of(desk.price(id));
        return Answers.one(item, item.hashCode() & Integer.MAX_VALUE);
    }

    /** Announces a coming version. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(Draft draft, @Context UriInfo uri) {
        Item item = Item.of(desk.announce(draft.draft()));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(item.priceId()).build())
                .entity(item)
                .build();
    }
}
