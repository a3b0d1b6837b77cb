package no.fellesdrift.web.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs in the Chromium or Chrome that is installed on the machine, against a running system with the demo's data. Where
 * there is no browser the journeys are skipped, in one plain line; with {@code CI=true} that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Extension.class)
@interface InChromium {

    /** One browser for all journeys of the run; a second one for what runs beside, since a driver is one thread's. */
    final class Extension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

        private static final List<String> NAMES =
                List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(InChromium.class);
        private static final String MISSING = "No Chromium or Chrome found: the journeys are skipped. "
                + "Install one, for example: apt-get install chromium (or set -Dchromium=/path/to/it)";

        /** The browser and the process that drives it, closed after the last journey. */
        private record Driven(Playwright playwright, Browser browser) implements AutoCloseable {
            @Override
            public void close() {
                browser.close();
                playwright.close();
            }
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (executable().isPresent()) {
                return ConditionEvaluationResult.enabled("in " + executable().get());
            }
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("CI=true and no Chromium or Chrome is installed");
            }
            context.getRoot().getStore(HERE).getOrComputeIfAbsent("said", key -> {
                context.publishReportEntry("journeys", MISSING);
                System.getLogger("journeys").log(System.Logger.Level.WARNING, MISSING);
                return true;
            });
            return ConditionEvaluationResult.disabled(MISSING);
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            browser(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return browser(context);
        }

        private static Browser browser(ExtensionContext context) {
            return context.getRoot()
                    .getStore(HERE)
                    .getOrComputeIfAbsent(
                            "browser of " + Thread.currentThread().getName(), key -> start(), Driven.class)
                    .browser();
        }

        private static Driven start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable().orElseThrow())
                            .setHeadless(true)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Driven(playwright, browser);
        }

        private static Optional<Path> executable() {
            Stream<Path> configured = Optional.ofNullable(System.getProperty("chromium")).map(Path::of).stream();
            String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
            Stream<Path> installed = NAMES.stream()
                    .flatMap(name -> Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                            .map(folder -> Path.of(folder, name)));
            return Stream.concat(configured, installed)
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
