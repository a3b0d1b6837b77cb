package no.fellesdrift.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The API of the running system, as the holder of one key meets it. */
public final class Api {

    private static final String ROOT = "api/v1/";

    private final RunningSystem system = RunningSystem.get();
    private final String key;

    private Api(String key) {
        this.key = key;
    }

    /** @param key for example {@code demo-customer-ra} */
    public static Api as(String key) {
        return new Api(key);
    }

    /** Takes a path below {@code api/v1/}, and names and values of headers in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, (String) null, headers);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, with(headers, "Content-Type", "application/json"));
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return system.send(method, ROOT + path, body, with(headers, "Authorization", "Bearer " + key));
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return system.sendBytes(method, ROOT + path, body, with(headers, "Authorization", "Bearer " + key));
    }

    /** What one address answers with 200. */
    public JsonObject one(String path) {
        return ok(get(path));
    }

    /** All that a list has, up to a thousand. */
    public List<JsonObject> all(String path) {
        JsonObject page = one(path + (path.contains("?") ? "&" : "?") + "size=1000");
        List<JsonObject> items = page.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items).hasSize(page.getInt("total"));
        return items;
    }

    /** The only one that a list has. */
    public JsonObject only(String path) {
        List<JsonObject> items = all(path);
        assertThat(items).as(path).hasSize(1);
        return items.get(0);
    }

    /** The object of an answer that says that all went well. */
    public static JsonObject ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isBetween(200, 201);
        return json(answer);
    }

    /** The problem that a refusal is told as: every member there, and a sentence in it. */
    public static JsonObject problem(HttpResponse<String> answer, int status) {
        String told = answer.request().method() + " " + answer.uri() + " " + answer.body();
        assertThat(answer.statusCode()).as(told).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(told)
                .startsWith("application/problem+json");
        JsonObject problem = json(answer);
        assertThat(problem.keySet())
                .as(told)
                .contains("type", "title", "status", "detail", "code", "correlationId", "violations");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("detail"))
                .as(told)
                .contains(" ")
                .endsWith(".")
                .doesNotContain("???", "Exception", "{0}");
        assertThat(problem.getJsonArray("violations").getValuesAs(JsonObject.class))
                .as(told)
                .allSatisfy(wrong ->
                        assertThat(wrong.getString("message")).isNotBlank().doesNotContain("???", "Exception", "{0}"));
        return problem;
    }

    /** Where a refusal says that something is wrong. */
    public static List<String> paths(JsonObject problem) {
        return problem.getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(wrong -> wrong.getString("path"))
                .toList();
    }

    public static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    /** The sum of the amounts in a member of each. */
    public static String sum(Stream<JsonObject> items, String member) {
        return items.map(item -> new BigDecimal(item.getString(member)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static String[] with(String[] headers, String name, String value) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }
}
