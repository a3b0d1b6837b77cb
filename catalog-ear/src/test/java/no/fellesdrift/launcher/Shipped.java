package no.fellesdrift.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** {@code java -jar fellesdrift.jar} as somebody runs it who has unpacked the zip, with what it writes on the console. */
final class Shipped implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    private final Process process;
    private final int port;
    private final List<String> console = new ArrayList<>();
    private boolean silent;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Shipped(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(this::read, "console");
        reader.setDaemon(true);
        reader.start();
    }

    /** @return the folder that stands in the zip */
    static Path unpack(Path zip, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("The zip leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
        try (var folders = Files.list(into)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /**
     * @param port where it is expected to answer; not a setting, that is in one of the others
     * @param options of the command line, before {@code -jar}
     */
    static Shipped start(Path folder, int port, Map<String, String> environment, String... options) throws IOException {
        return start(folder.resolve("fellesdrift.jar"), port, environment, List.of(options), List.of());
    }

    /** @param arguments of the program, after its jar */
    static Shipped start(
            Path jar, int port, Map<String, String> environment, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // what the machine has set for another installation does not count here
        builder.environment().keySet().removeIf(name -> name.startsWith("FELLESDRIFT_"));
        builder.environment().putAll(environment);
        return new Shipped(builder.start(), port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add(e.toString());
        }
        synchronized (this) {
            silent = true;
            notifyAll();
        }
    }

    private synchronized void add(String line) {
        console.add(line);
        notifyAll();
    }

    synchronized List<String> console() {
        return List.copyOf(console);
    }

    /** @return the line that has these words, as soon as it stands on the console */
    synchronized String await(String words) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (String line : console) {
                if (line.contains(words)) {
                    return line;
                }
            }
            long left = Duration.ofNanos(giveUp - System.nanoTime()).toMillis();
            if (left <= 0 || silent) {
                throw new IllegalStateException("Nothing said of \"" + words + "\": " + console);
            }
            wait(left);
        }
    }

    /** What Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** @return the exit code, when it has ended by itself */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("It does not end: " + console());
        }
        return process.exitValue();
    }

    /** The processes that it has started. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                .timeout(Duration.ofMinutes(1));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /**
     * Fills in a form of the page and presses a button.
     *
     * @param button its name, which begins with the form's
     * @param fields names without the form's
     */
    HttpResponse<String> submit(String path, String button, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = button.substring(0, button.indexOf(':'));
        Matcher state = VIEW_STATE.matcher(get(path).body());
        if (!state.find()) {
            throw new IllegalStateException("No form on " + path);
        }
        Map<String, String> all =
                new TreeMap<>(Map.of(form, form, button, "", "jakarta.faces.ViewState", state.group(1)));
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        String body = all.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofMinutes(1))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Comes as somebody new. */
    void forget() {
        cookies.getCookieStore().removeAll();
    }

    /** Ends it, if it has not ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
