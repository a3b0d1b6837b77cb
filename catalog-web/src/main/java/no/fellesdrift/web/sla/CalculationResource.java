package no.fellesdrift.web.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.CalculationDesk;
import no.fellesdrift.web.api.BodyLimit;

/** Single computations of service levels: {@code {kind, input}} or an array of them. Stores nothing. */
@Path("calculations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CalculationResource {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Inject
    CalculationDesk desk;

    /** Answers {@code {kind, result}}, as an array when asked with one. Numbers are JSON numbers here. */
    @POST
    @BodyLimit(20_000_000)
    public Object calculate(Object body) {
        boolean many = body instanceof List;
        List<?> questions = many ? (List<?>) body : one(body);
        List<Map<String, Object>> answers = desk.answer(questions, many);
        List<Object> items = new ArrayList<>();
        answers.forEach(answer -> {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("kind", answer.get("kind"));
            item.put("result", json(answer.get("result")));
            items.add(item);
        });
        return many ? items : items.get(0);
    }

    private static List<Object> one(Object body) {
        List<Object> one = new ArrayList<>();
        one.add(body);
        return one;
    }

    static JsonNode json(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, member) -> object.set(String.valueOf(name), json(member)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(json(item)));
            return array;
        }
        if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number); // as it is, 1.50 too
        }
        if (value instanceof Boolean yes) {
            return NODES.booleanNode(yes);
        }
        return value == null ? NODES.nullNode() : NODES.textNode(String.valueOf(value));
    }
}
