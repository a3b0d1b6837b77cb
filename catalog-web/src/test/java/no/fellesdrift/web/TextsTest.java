package no.fellesdrift.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Rejection;
import org.junit.jupiter.api.Test;

/** Every sentence in three languages, and every key that is used has one. */
class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private static final Pattern WHOLE_KEY =
            Pattern.compile("\\bt\\[\\s*'([^']+)'\\s*\\]|\\bt\\.of\\(\\s*'([^']+)'\\s*[,)]");
    private static final Pattern KEY_BEGINNING =
            Pattern.compile("\\bt(?:\\[\\s*|\\.of\\(\\s*)'([^']+)'\\s*(?:\\.concat|\\+=)");
    private static final Pattern KEY_IN_JAVA = Pattern.compile(
            "(?:\\bt|texts|messages)\\s*\\.\\s*(?:of|get|done|warn|error)\\(\\s*\"([a-z]+\\.[^\"]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z]+\\.[A-Za-z0-9_.\\-]*)[\"']");
    private static final Pattern WORD = Pattern.compile("[\\p{L}-]{2,}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    @Test
    void every_bundle_has_the_same_keys_in_three_languages() {
        for (String room : rooms()) {
            Set<String> nb = bundle(room, "nb").keySet();
            assertThat(bundle(room, "nn").keySet())
                    .as("keys of %s in nynorsk", room)
                    .containsExactlyInAnyOrderElementsOf(nb);
            assertThat(bundle(room, "en").keySet())
                    .as("keys of %s in English", room)
                    .containsExactlyInAnyOrderElementsOf(nb);
        }
    }

    @Test
    void every_key_begins_with_its_room_and_stands_once() {
        for (String room : rooms()) {
            for (String language : LANGUAGES) {
                List<String> keys = keysInOrder(room, language);
                assertThat(keys).as("%s_%s", room, language).doesNotHaveDuplicates();
                if (!room.equals("faces")) {
                    assertThat(keys)
                            .as("%s_%s", room, language)
                            .allSatisfy(key -> assertThat(key).startsWith(room + "."));
                }
            }
        }
    }

    @Test
    void a_sentence_has_the_same_placeholders_in_every_language_and_none_is_empty() {
        for (String room : rooms()) {
            Map<String, String> nb = bundle(room, "nb");
            for (String language : LANGUAGES) {
                bundle(room, language).forEach((key, text) -> {
                    assertThat(text).as("%s in %s", key, language).isNotBlank();
                    assertThat(placeholders(text))
                            .as("placeholders of %s in %s", key, language)
                            .isEqualTo(placeholders(nb.getOrDefault(key, text)));
                    new MessageFormat(text.replace("''", "'").replace("'", "''"));
                });
            }
        }
    }

    @Test
    void every_key_used_in_a_page_has_a_sentence() {
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        for (Path page : files(Path.of("src/main/webapp"), ".xhtml")) {
            String source = read(page);
            WHOLE_KEY
                    .matcher(source)
                    .results()
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(page + ": " + key));
            KEY_BEGINNING
                    .matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .filter(beginning -> known.stream().noneMatch(key -> key.startsWith(beginning)))
                    .forEach(beginning -> missing.add(page + ": " + beginning + "…"));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_used_in_java_has_a_sentence() {
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        for (Path source : files(Path.of("src/main/java"), ".java")) {
            KEY_IN_JAVA
                    .matcher(read(source).replaceAll("(?s)/\\*\\*.*?\\*/", ""))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(source + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_refusal_has_a_sentence() {
        Set<String> known = known();
        assertThat(refusals().filter(key -> !known.contains(key)).sorted()).isEmpty();
    }

    private static Stream<String> refusals() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("no.fellesdrift").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Rejection.Reason.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(constant -> ((Rejection.Reason) constant).key());
    }

    @Test
    void every_sentence_is_used() {
        String sources = Stream.concat(
                        Stream.of(Path.of("src/main/java"), Path.of("../catalog-ejb/src/main/java"))
                                .flatMap(folder -> files(folder, ".java").stream()),
                        files(Path.of("src/main/webapp"), ".xhtml").stream())
                .map(TextsTest::read)
                .collect(Collectors.joining("\n"));
        Set<String> written =
                LITERAL.matcher(sources).results().map(match -> match.group(1)).collect(Collectors.toSet());
        List<String> beginnings = written.stream()
                .filter(literal -> literal.endsWith(".") || literal.endsWith("-"))
                .toList();
        Set<String> refusals = refusals().collect(Collectors.toSet());
        assertThat(known().stream()
                        .filter(key -> !key.startsWith("jakarta."))
                        .filter(key -> !written.contains(key) && !refusals.contains(key))
                        // room.audit.doing is the sentence of a Happened("room.doing", …)
                        .filter(key -> !written.contains(key.replaceFirst("\\.audit\\.", ".")))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .sorted())
                .as("sentences that no page and no class names")
                .isEmpty();
    }

    /**
     * Many words are the same in both. A nynorsk sentence equal to the bokmål one is right when it holds only words
     * that somebody has looked at: {@code same-in-nynorsk.txt}.
     */
    @Test
    void a_sentence_that_is_the_same_in_nynorsk_holds_only_words_that_are() {
        Set<String> same = Set.copyOf(List.of(
                read(Path.of("src/test/resources/same-in-nynorsk.txt")).strip().split("\\s+")));
        Set<String> unknown = new TreeSet<>();
        for (String room : rooms()) {
            Map<String, String> nn = bundle(room, "nn");
            bundle(room, "nb").forEach((key, text) -> {
                if (text.equals(nn.get(key))) {
                    WORD.matcher(text.replaceAll("\\{[^}]*}", " ").toLowerCase(java.util.Locale.ROOT))
                            .results()
                            .map(MatchResult::group)
                            .filter(word -> !same.contains(word))
                            .forEach(word -> unknown.add(key + ": " + word));
                }
            });
        }
        assertThat(unknown)
                .as("not translated, or a word for src/test/resources/same-in-nynorsk.txt")
                .isEmpty();
    }

    @Test
    void bokmaal_and_nynorsk_are_not_mixed_up() {
        List<String> wrong = new ArrayList<>();
        Pattern notNynorsk = Pattern.compile(
                "\\b(ikke|tjeneste\\w*|hvilke\\w*|hvorfor|hvordan|noen|bare når|bestillinger|avtaler|virksomhet\\w*|jeg|dere)\\b");
        Pattern notBokmaal =
                Pattern.compile("\\b(ikkje|teneste\\w*|kvifor|korleis|nokon|verksemd\\w*|eg|dykk|ein|frå)\\b");
        for (String room : rooms()) {
            bundle(room, "nn").forEach((key, text) -> words(wrong, notNynorsk, "nn", key, text));
            bundle(room, "nb").forEach((key, text) -> words(wrong, notBokmaal, "nb", key, text));
        }
        assertThat(wrong).isEmpty();
    }

    private static void words(List<String> wrong, Pattern forbidden, String language, String key, String text) {
        forbidden
                .matcher(text.toLowerCase(java.util.Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(word -> wrong.add(language + " " + key + ": " + word));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> known() {
        return rooms().stream()
                .flatMap(room -> bundle(room, "nb").keySet().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> rooms() {
        return files(TEXTS, "_nb.properties").stream()
                .map(file -> file.getFileName().toString().replace("_nb.properties", ""))
                .sorted()
                .toList();
    }

    static Map<String, String> bundle(String room, String language) {
        Map<String, String> texts = new TreeMap<>();
        java.util.Properties properties = new java.util.Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(room + "_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(room + " in " + language, e);
        }
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static List<String> keysInOrder(String room, String language) {
        return read(TEXTS.resolve(room + "_" + language + ".properties"))
                .lines()
                .filter(line -> line.matches("[a-zA-Z].*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(folder.toString(), e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new AssertionError(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
