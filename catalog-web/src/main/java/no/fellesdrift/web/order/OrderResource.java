package no.fellesdrift.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.BudgetCheck;
import no.fellesdrift.order.LeadTimes;
import no.fellesdrift.order.OrderAction;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderDraft;
import no.fellesdrift.order.OrderFilter;
import no.fellesdrift.order.OrderReason;
import no.fellesdrift.order.OrderState;
import no.fellesdrift.order.OrderView;
import no.fellesdrift.order.StepDraft;
import no.fellesdrift.order.WaitingFor;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.BodyLimit;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Paging;

/** Orders, and what can be done with them. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    @Inject
    OrderDesk desk;

    @Inject
    ApprovalDesk approval;

    @Inject
    OrderSteps steps;

    /** Newest first unless sorted otherwise. */
    @GET
    public Paged<OrderView> list(
            @QueryParam("state") Optional<OrderState> state,
            @QueryParam("organisation") Optional<OrgNumber> organisation,
            @QueryParam("q") Optional<String> text,
            @QueryParam("waitingFor") Optional<WaitingFor> waitingFor,
            @QueryParam("service") Optional<ServiceCode> service,
            @QueryParam("open") boolean open,
            @QueryParam("late") boolean late,
            @QueryParam("silent") boolean silent,
            @BeanParam Paging paging) {
        return desk.ordersInFull(
                new OrderFilter(
                        state.map(List::of).orElse(List.of()),
                        open,
                        organisation,
                        text,
                        waitingFor,
                        service,
                        Optional.empty(),
                        late,
                        silent),
                paging.request(
                        "number",
                        "organisation",
                        "state",
                        "submittedAt",
                        "promisedDate",
                        "expectedDate",
                        "waitingFor"));
    }

    @GET
    @Path("{number}")
    public Response one(@PathParam("number") OrderNumber number) {
        return answer(desk.order(number));
    }

    /** How long the deliveries of a year took, in working days, and how many came within the promised lead time. */
    @GET
    @Path("lead-times/{year}")
    public LeadTimes leadTimes(
            @PathParam("year") int year, @QueryParam("organisation") Optional<OrgNumber> organisation) {
        return desk.leadTimes(year, organisation);
    }

    /** What the order does to its agency's budgets; empty once it is decided. */
    @GET
    @Path("{number}/budgets")
    public Paged<BudgetCheck> budgets(@PathParam("number") OrderNumber number, @BeanParam Paging paging) {
        return Paged.cut(approval.budgets(number), paging.request());
    }

    /** A file that was sent with a line of the order. */
    @GET
    @Path("{number}/lines/{position}/files/{question}")
    @Produces(MediaType.WILDCARD)
    public Response file(
            @PathParam("number") OrderNumber number,
            @PathParam("position") int position,
            @PathParam("question") String question) {
        OrderDraft.FileDraft file = desk.file(number, position, question);
        return Response.ok(file.content(), file.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.name().replaceAll("[^\\w. -]", "_") + "\"")
                .build();
    }

    /** Stays a draft until it is submitted, unless it says {@code "submit": true}. */
    @POST
    @Idempotent
    @BodyLimit(30_000_000)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(OrderBody body, @Context UriInfo uri) {
        OrderView order = desk.create(body.draft());
        return Answers.created(uri, order.number().value(), order, order.version());
    }

    @POST
    @Path("{number}/{action}")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(
            @PathParam("number") OrderNumber number,
            @PathParam("action") String action,
            @HeaderParam("If-Match") String ifMatch,
            String body)
            throws IOException {
        OrderAction wanted =
                OrderAction.of(action).orElseThrow(() -> new Rejection(OrderReason.ACTION_UNKNOWN, action));
        StepDraft step = body(body).draft(Answers.version(ifMatch));
        return answer(steps.take(number, wanted, step));
    }

    private static StepBody body(String body) throws IOException {
        if (body == null || body.isBlank()) {
            return StepBody.EMPTY;
        }
        return (StepBody) Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), StepBody.class);
    }

    private static Response answer(OrderView order) {
        return Answers.one(order, order.version());
    }
}
