package no.fellesdrift.sla.source;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Asks a Prometheus. It goes to the address that an administrator set and nowhere else: no redirect is followed, and an
 * address inside the network (loopback, link-local, private, multicast) only when its host is named in {@code
 * fellesdrift.sources.internal-hosts}. The name is looked up before the question and kept by the Java machine for thirty
 * seconds, so that the question goes to the address that was judged. An answer has its time and its size.
 */
class Asker {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int LARGEST = 20_000_000;
    private static final int OK = 200;

    @Inject
    Config config;

    /** Why there is no answer; the message is for people who look after the source. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message);
        }

        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws NoAnswer when it is not allowed, does not answer in time, or answers anything but 200 */
    String ask(String code, String baseUrl, String query, long from, long to, long step) throws NoAnswer {
        URI address = URI.create(baseUrl.replaceAll("/+$", "") + "/api/v1/query_range?query=" + encoded(query)
                + "&start=" + from + "&end=" + to + "&step=" + step);
        mustBeAllowed(address.getHost());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .GET();
        config.getOptionalValue("fellesdrift.sources.token." + code, String.class)
                .filter(token -> !token.isBlank())
                .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new NoAnswer("The answer is larger than " + LARGEST + " bytes.");
                }
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (answer.statusCode() != OK) {
                    throw new NoAnswer("HTTP " + answer.statusCode() + ": " + shortened(text));
                }
                return text;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("Interrupted while waiting for the answer.", e);
        } catch (IOException e) {
            throw new NoAnswer(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        }
    }

    private void mustBeAllowed(String host) throws NoAnswer {
        Set<String> named = Arrays.stream(config.getOptionalValue("fellesdrift.sources.internal-hosts", String.class)
                        .orElse("")
                        .split("[,\\s]+", -1))
                .filter(one -> !one.isBlank())
                .map(one -> one.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (named.contains(host.toLowerCase(Locale.ROOT))) {
            return;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInternal(address)) {
                    throw new NoAnswer(host + " is an address inside the network. Name it in"
                            + " fellesdrift.sources.internal-hosts when it is meant.");
                }
            }
        } catch (java.net.UnknownHostException e) {
            throw new NoAnswer("Unknown host " + host + ".", e);
        }
    }

    static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || shared
                || (bytes.length == 4 && bytes[0] == 0);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
