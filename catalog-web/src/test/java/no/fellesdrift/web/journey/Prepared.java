package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What others have done before a journey begins, by the API, so that each role's journey stands alone. */
final class Prepared {

    /** As the provider numbers its orders. */
    static final Pattern NUMBER = Pattern.compile("B-2026-\\d{4}");

    /** Three video users, which Sikt delivers. */
    static final String VIDEO = """
            {"offering": "COL-VIDEO-STD", "quantity": 3,
             "answers": {"cost_center": "4321", "unit": "Samfunnskontakt"}}""";

    /** Two mobile phones, which the provider itself delivers. */
    static final String PHONES = """
            {"offering": "WPL-MOB-STD", "quantity": 2,
             "answers": {"cost_center": "4321", "recipient": "Vaktlaget"}}""";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Prepared() {}

    /** Riksantikvaren has sent an order to its approver. */
    static String order(String line) {
        return post("demo-customer-ra", "orders", "{\"lines\": [" + line + "], \"submit\": true}")
                .getString("number");
    }

    static void approved(String number) {
        post("demo-approver-ra", "orders/" + number + "/approve", "{}");
    }

    static void answered(String number, String words) {
        post("demo-customer-ra", "orders/" + number + "/answer", "{\"note\": \"" + words + "\"}");
    }

    /** A step of the order desk. */
    static void taken(String number, String action, String body) {
        post("demo-orderdesk", "orders/" + number + "/" + action, body);
    }

    static String number(String text) {
        Matcher found = NUMBER.matcher(text);
        assertThat(found.find()).as("an order's number in %s", text).isTrue();
        return found.group();
    }

    /** What an address of the API answers when all went well. */
    static JsonObject get(String key, String path) {
        return read(request(key, path).GET());
    }

    /** The same, for a list that may be there or an object that may not: null where it is not found. */
    static JsonObject find(String key, String path) {
        HttpResponse<String> answer = send(request(key, path).GET());
        return answer.statusCode() == 404 ? null : json(answer);
    }

    static JsonObject post(String key, String path, String json) {
        return read(
                request(key, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** What is sent whatever becomes of it. */
    static int tell(String key, String path, String json) {
        return send(request(key, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)))
                .statusCode();
    }

    private static HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(URI.create(Site.base() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + key);
    }

    private static JsonObject read(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode())
                .as("%s answers %s", answer.uri(), answer.body())
                .isBetween(200, 201);
        return json(answer);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
