package no.fellesdrift.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What the scanner of {@code /openapi} cannot see: the key, the problem of every refusal, and that amounts and codes are
 * strings. Named in {@code META-INF/microprofile-config.properties}.
 */
public class Described implements OASFilter {

    private static final String KEY = "apiKey";
    private static final String PROBLEM = "Problem";

    /** Types that {@link Values} writes as text, by the name the scanner gives their schema. */
    private static final Map<String, String> TEXTS = Map.of(
            "Money", "kroner with two decimals, \"8680.65\"",
            "UnitPrice", "kroner with up to four decimals, \"612.50\"",
            "Share", "an exact fraction, \"22/31\"",
            "OrgNumber", "nine digits",
            "ServiceCode", "a service's code",
            "OfferingCode", "an offering's code",
            "AgreementNumber", "an agreement's number",
            "LineNumber", "an agreement line's number",
            "OrderNumber", "an order's number",
            "LocalizedText", "in the caller's language");

    private static final Map<String, String> STATUSES = Map.of(
            "401", "No valid key",
            "403", "The key's role or scope does not allow it",
            "404", "Does not exist, or not for this caller",
            "422", "Read, but not acceptable: see violations");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Fellesdrift")
                .version("v1")
                .description("Service catalogue, orders, service levels and cost of a shared IT-operations provider. "
                        + "Habits: docs/api.md. Lists are {items, page, size, total} with page, size and sort; "
                        + "decimals are strings; refusals are RFC 9457 problems."));
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key in the header Authorization: Bearer …"))
                .addSchema(PROBLEM, problem());
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        TEXTS.forEach((name, description) -> {
            if (schemas != null && schemas.containsKey(name)) {
                api.getComponents().addSchema(name, text(description));
            }
        });
        if (schemas != null) {
            schemas.values().forEach(Described::decimalsAreStrings);
        }
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                        operation.setOperationId(name(method, path));
                        describe(operation);
                    }));
        }
    }

    private static void decimalsAreStrings(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                if (property.getType() == Schema.SchemaType.NUMBER) {
                    property.type(Schema.SchemaType.STRING).description("a decimal in plain notation");
                }
            });
        }
    }

    /** Of method and path, so that no two are the same: {@code getOrdersNumberBudgets}. */
    static String name(PathItem.HttpMethod method, String path) {
        StringBuilder name = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (String word :
                path.replaceFirst("^/api/v1", "").replaceAll(":[^}]*", "").split("[^A-Za-z]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static void describe(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        STATUSES.forEach((status, description) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, refusal(description));
            }
        });
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Described::describe);
        }
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null && parameter.getIn() == Parameter.In.QUERY) {
            switch (parameter.getName()) {
                case "page" -> parameter.description("from 0");
                case "size" -> parameter.description("rows per page, 1 to 1000; 50 when left out");
                case "sort" ->
                    parameter.description("field names with commas between, each with a leading - for descending");
                case "organisation" -> parameter.description("organisation number; only the caller's own is found");
                case "period" -> parameter.description("a month, 2026-10");
                default -> {
                    // its name says it
                }
            }
        }
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema problem() {
        Schema violation = OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .addProperty("path", text("the field, lines[0].quantity, or the parameter"))
                .addProperty("message", text("why, in the caller's language"));
        Schema problem =
                OASFactory.createSchema().type(Schema.SchemaType.OBJECT).description("RFC 9457 problem details");
        for (String name : List.of("type", "title", "detail", "code", "correlationId")) {
            problem.addProperty(name, OASFactory.createSchema().type(Schema.SchemaType.STRING));
        }
        return problem.addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
                .addProperty(
                        "violations",
                        OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(violation));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
    }
}
