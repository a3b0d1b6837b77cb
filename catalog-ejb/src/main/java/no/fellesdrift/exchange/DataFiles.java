package no.fellesdrift.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.fellesdrift.kernel.Rejection;

/**
 * The files of a data set as they were handed in: from a folder, a zip or the class path. More than {@value #LIMIT}
 * bytes, unpacked, are refused without reading the rest.
 */
public final class DataFiles {

    public static final int LIMIT = 50 * 1024 * 1024;

    /** The limit as people say it. */
    public static final int LIMIT_MEGABYTES = 50;

    private final Map<String, byte[]> files;

    private DataFiles(Map<String, byte[]> files) {
        this.files = files;
    }

    public static DataFiles of(Map<String, byte[]> files) {
        return new DataFiles(new LinkedHashMap<>(files));
    }

    public static DataFiles ofFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int left = LIMIT;
        try (Stream<Path> list = Files.list(folder)) {
            for (Path path : list.filter(Files::isRegularFile).sorted().toList()) {
                String name = path.getFileName().toString();
                if (isData(name)) {
                    try (InputStream in = Files.newInputStream(path)) {
                        byte[] bytes = limited(in, left);
                        left -= bytes.length;
                        files.put(name, bytes);
                    }
                }
            }
        }
        return new DataFiles(files);
    }

    /**
     * The files of a zip; folders inside it do not matter.
     *
     * @throws Rejection NOT_A_ZIP, TOO_LARGE
     */
    public static DataFiles ofZip(InputStream zip) throws IOException {
        byte[] whole = limited(zip, LIMIT);
        Map<String, byte[]> files = new TreeMap<>();
        int left = LIMIT;
        boolean any = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                any = true;
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/") && isData(name)) {
                    byte[] bytes = limited(in, left);
                    left -= bytes.length;
                    files.put(name, bytes);
                }
            }
        } catch (java.util.zip.ZipException e) {
            throw new Rejection(ExchangeReason.NOT_A_ZIP);
        }
        if (!any) {
            throw new Rejection(ExchangeReason.NOT_A_ZIP);
        }
        return new DataFiles(files);
    }

    /** The files that {@link DataSet} knows, of a folder on the class path, for example {@code sql/demo}. */
    public static DataFiles ofClassPath(String folder) throws IOException {
        ClassLoader loader = DataFiles.class.getClassLoader();
        Map<String, byte[]> files = new TreeMap<>();
        for (FileDescription file : DataSet.FILES) {
            try (InputStream in = loader.getResourceAsStream(folder + "/" + file.name())) {
                if (in != null) {
                    files.put(file.name(), in.readAllBytes());
                }
            }
        }
        return new DataFiles(files);
    }

    /** Reads at most {@code limit} bytes. @throws Rejection TOO_LARGE when there are more */
    static byte[] limited(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new Rejection(ExchangeReason.TOO_LARGE, LIMIT_MEGABYTES);
        }
        return bytes;
    }

    /** What lies in such folders beside the data is passed over: notes and hidden files. */
    private static boolean isData(String name) {
        return !name.startsWith(".") && !name.endsWith(".md") && !name.endsWith(".txt");
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The file's content; absent when the set has no such file. */
    byte[] bytes(String name) {
        return files.get(name);
    }

    /** SHA-256 over names and contents, hexadecimal: the same set always has the same one. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.getValue());
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
