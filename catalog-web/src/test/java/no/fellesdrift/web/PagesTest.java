package no.fellesdrift.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import no.fellesdrift.web.frame.Help;
import org.junit.jupiter.api.Test;

/** What a page may not hold, because the content security policy or a reader would stumble over it. */
class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "f:ajax (it evaluates script)", Pattern.compile("<f:ajax"),
            "inline style", Pattern.compile("\\sstyle=\""),
            "a style element", Pattern.compile("<style\\b"),
            "inline script", Pattern.compile("<script(?![^>]*\\ssrc=)"),
            "an inline handler", Pattern.compile("\\son[a-z]+=\""),
            "a link by script", Pattern.compile("javascript:"),
            "a commandLink (it writes an inline handler; use a button)", Pattern.compile("<h:commandLink"),
            "an address of another server", Pattern.compile("(?:src|action)=\"https?://"));

    /** The template writes wrong fields by itself; the roles are the administrator's own; a history holds a timeline. */
    private static final Set<String> NOT_TO_BE_SHOWN = Set.of("errors", "roles", "timeline");

    @Test
    void no_page_holds_what_the_policy_refuses() {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            String source = TextsTest.read(page);
            FORBIDDEN.forEach((what, pattern) -> {
                if (pattern.matcher(source).find()) {
                    found.add(page + " holds " + what);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_page_is_well_formed() throws Exception {
        for (Path page : pages()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.newDocumentBuilder().parse(page.toFile());
        }
    }

    @Test
    void every_page_stands_on_the_template_and_says_its_title() {
        for (Path page : pages()) {
            if (!page.startsWith(PAGES.resolve("WEB-INF"))) {
                assertThat(TextsTest.read(page))
                        .as(page.toString())
                        .contains("template=\"/WEB-INF/template/page.xhtml\"")
                        .contains("<ui:param name=\"title\"");
            }
        }
    }

    @Test
    void every_page_behind_the_sign_in_has_its_help_and_every_help_its_page() {
        List<String> helped = pages().stream()
                .map(page -> "/" + PAGES.relativize(page))
                .filter(page ->
                        !page.matches("/(WEB-INF|error)/.*|/(sign-in|first-start|accessibility|styleguide).xhtml"))
                .map(Help::key)
                .toList();
        assertThat(TextsTest.bundle("help", "nb").keySet()).containsExactlyInAnyOrderElementsOf(helped);
    }

    @Test
    void every_page_bean_that_is_named_in_a_page_exists() {
        Set<String> beans = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("no.fellesdrift.web").stream()
                        .filter(type -> type.isAnnotatedWith(Named.class))
                        .map(PagesTest::beanName)
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Pattern used = Pattern.compile("\\b([a-z]\\w*Page)\\.");
        for (Path page : pages()) {
            used.matcher(TextsTest.read(page))
                    .results()
                    .map(match -> match.group(1))
                    .filter(bean -> !beans.contains(bean))
                    .forEach(bean -> missing.add(page + ": " + bean));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_building_block_stands_in_the_style_guide_and_in_its_document() {
        String guide = TextsTest.read(PAGES.resolve("styleguide.xhtml"));
        String document = TextsTest.read(Path.of("../docs/styleguide.md"));
        Set<String> missing = new TreeSet<>();
        for (Path tag : TextsTest.files(PAGES.resolve("WEB-INF/tags"), ".xhtml")) {
            String name = tag.getFileName().toString().replace(".xhtml", "");
            if (!guide.contains("<fd:" + name) && !NOT_TO_BE_SHOWN.contains(name)) {
                missing.add(name + " is not on styleguide.xhtml");
            }
            if (!document.contains("`fd:" + name + "`")) {
                missing.add(name + " is not in docs/styleguide.md");
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_columns_that_can_be_put_away_are_the_headings_of_the_table_in_its_order() {
        Pattern named = Pattern.compile("name=\"headings\" value=\"([^\"]+)\"");
        int lists = 0;
        for (Path page : pages()) {
            String source = TextsTest.read(page);
            var headings = named.matcher(source);
            if (!headings.find()) {
                continue;
            }
            lists++;
            String table = source.substring(source.indexOf("listColumns.css("));
            List<String> cells = Pattern.compile("<th scope=\"col\".*")
                    .matcher(table.substring(0, table.indexOf("</thead>")))
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
            String[] columns = headings.group(1).split(",", -1);
            for (int i = 0; i < columns.length; i++) {
                for (String key :
                        columns[i].replaceAll("#\\{[^?]*\\?|[' }]", "").split(":", -1)) {
                    assertThat(cells.get(i)).as(page + ", column " + i).contains("'" + key + "'");
                }
            }
            assertThat(source).as(page.toString()).contains("columns=\"#{headings}\"");
        }
        assertThat(lists).isGreaterThanOrEqualTo(7);
    }

    private static String beanName(JavaClass type) {
        String name = type.getAnnotationOfType(Named.class).value();
        String simple = type.getSimpleName();
        return name.isEmpty() ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1) : name;
    }

    private static List<Path> pages() {
        return TextsTest.files(PAGES, ".xhtml");
    }
}
