package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/compatibility.md promises nothing that no test holds. */
class CompatibilityTest {

    private static final Path PAGE = SourceTree.ROOT.resolve("docs/compatibility.md");
    private static final int COLUMNS = 3;
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern PARENT = Pattern.compile(
            "^(?:public |abstract |final )*class \\w+ extends (\\w+)", Pattern.MULTILINE); // Not in an example.
    private static final Map<String, String> TESTS = Stream.of("/src/test/", "/plugins/testkit/src/main/")
            .flatMap(place -> SourceTree.javaFiles(place).stream())
            .collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    SourceTree::read,
                    (one, other) -> one + other));

    @Test
    void everyRowNamesATestThatThereIs() {
        assertThat(complaints(SourceTree.read(PAGE), TESTS)).isEmpty();
    }

    @Test
    void everySeedHasATable() {
        String page = SourceTree.read(PAGE);

        assertThat(rows(page)).hasSizeGreaterThan(100);
        assertThat(page).contains("seeds/000", "seeds/001", "seeds/002", "## As upstreams", "## Webhooks");
    }

    @Test
    void aRowWithoutATestIsFoundOut() {
        String page = """
            | what the seed says | what Parley does | test |
            |---|---|---|
            | a | b | `GoodTest#holds` |
            | a | b | later |
            | a | b | `GoodTest#isGone` |
            | a | b | `NoTest#holds` |
            | a | b | `GoodTest#holds`, `GoodTest#mentioned` |
            """;
        String good = "class GoodTest { @Test void holds() throws IOException { mentioned(); } }";

        assertThat(complaints(page, Map.of("GoodTest", good)))
                .hasSize(4)
                .noneMatch(complaint -> complaint.startsWith("| a | b | `GoodTest#holds` |"));
    }

    private static List<String> complaints(String page, Map<String, String> tests) {
        return rows(page).stream()
                .filter(row -> !isHeld(row, tests))
                .map(row -> row + " names no test, or one that there is not")
                .toList();
    }

    private static boolean isHeld(String row, Map<String, String> tests) {
        var cells = Arrays.asList(row.substring(1, row.length() - 1).split("(?<!\\\\)\\|"));
        var named = TEST.matcher(cells.getLast()).results().toList();
        return cells.size() == COLUMNS
                && !named.isEmpty()
                && named.stream().allMatch(test -> has(tests, test.group(1), test.group(2)));
    }

    /** Of its own, or inherited from a contract. */
    private static boolean has(Map<String, String> tests, String name, String method) {
        String source = tests.getOrDefault(name, "");
        var parent = PARENT.matcher(source);
        return declares(source, method) || (parent.find() && has(tests, parent.group(1), method));
    }

    private static boolean declares(String source, String method) {
        return source.matches("(?s).*\\bvoid " + method + "\\s*\\(.*");
    }

    /** All lines of tables but their heads. */
    private static List<String> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("| what the seed") && !line.startsWith("|---"))
                .toList();
    }
}
