package no.fellesdrift.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/** What the product says of itself on every page: its version, and whether it only shows demo data. */
@Named
@ApplicationScoped
public class Product {

    private static final String VERSION = version();
    private static final String STARTED = Long.toString(
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(start -> start.getEpochSecond())
                    .orElse(ProcessHandle.current().pid()),
            36);

    @Inject
    Config config;

    public String getVersion() {
        return VERSION;
    }

    /** In the addresses of stylesheet and script, so that a browser keeps them until the next start of the product. */
    public String getStamp() {
        return VERSION + "-" + STARTED;
    }

    public boolean isDemo() {
        return config.getOptionalValue("fellesdrift.demo", Boolean.class).orElse(false);
    }

    /** The address that people use, without a slash at the end. */
    public String site() {
        return config.getOptionalValue("fellesdrift.url", String.class)
                .map(url -> url.replaceAll("/+$", ""))
                .orElse("http://127.0.0.1:"
                        + config.getOptionalValue("fellesdrift.port", Integer.class)
                                .orElse(8080));
    }

    private static String version() {
        try (InputStream in = Product.class.getResourceAsStream("/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
