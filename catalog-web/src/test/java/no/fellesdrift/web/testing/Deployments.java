package no.fellesdrift.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import no.fellesdrift.testing.Database;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What tests inside the container deploy: the built WAR, on an empty database of its own, without demo data. */
final class Deployments {

    private Deployments() {}

    static WebArchive catalog() {
        try {
            Database database = Database.empty();
            return ShrinkWrap.createFromZipFile(
                            WebArchive.class, RunningSystem.war().toFile())
                    .addAsResource(
                            new StringAsset("fellesdrift.database.url=" + database.url() + "\n"
                                    + "fellesdrift.database.user=root\n"
                                    + "fellesdrift.database.password=not-checked\n"),
                            "META-INF/microprofile-config.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
