package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
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

    static JsonValue json(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            map.forEach((name, member) -> object.add(String.valueOf(name), json(member)));
            return object.build();
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(item -> array.add(json(item)));
            return array.build();
        }
        if (value instanceof BigDecimal number) {
            return Json.createValue(number);
        }
        if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value == null ? JsonValue.NULL : Json.createValue(String.valueOf(value));
    }
}
