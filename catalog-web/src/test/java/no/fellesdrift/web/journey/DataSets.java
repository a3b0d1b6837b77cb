package no.fellesdrift.web.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The demo sector's files, packed as an administrator would upload them. */
final class DataSets {

    private static final Path FILES = Path.of(System.getProperty("project.root", ".."), "sql", "demo");

    private DataSets() {}

    static FilePayload good() {
        return packed("sektor.zip", "", UnaryOperator.identity());
    }

    /** With one file changed. */
    static FilePayload with(String name, String file, UnaryOperator<String> change) {
        return packed(name, file, change);
    }

    private static FilePayload packed(String name, String changed, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> all = Files.list(FILES)) {
            List<Path> files = all.sorted().toList();
            for (Path file : files) {
                String content = Files.readString(file);
                boolean isChanged = file.endsWith(changed);
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write((isChanged ? change.apply(content) : content)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "application/zip", bytes.toByteArray());
    }
}
