package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        String answer = post("demo-customer-ra", "orders", "{\"lines\": [" + line + "], \"submit\": true}");
        return number(answer);
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

    private static String post(String key, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Site.base() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s answers %s", path, answer.body())
                    .isBetween(200, 201);
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
