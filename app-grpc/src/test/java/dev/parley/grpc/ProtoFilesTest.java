package dev.parley.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proto files are read by strangers. */
class ProtoFilesTest {

    private static final Path FOLDER = Path.of("src/main/proto/parley/v1");
    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*(message|enum|service|rpc|oneof) .*|\\s+(optional |repeated )?[\\w.]+ \\w+ = \\d+;|\\s+[A-Z_]+ ="
                    + " \\d+;");
    private static final Pattern CALL =
            Pattern.compile("\\s*rpc (\\w+)\\((?:stream )?(\\w+)\\) returns \\((?:stream )?(\\w+)\\);");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDeclarationIsExplained(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        List<String> bare = new ArrayList<>();
        int declared = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (DECLARATION.matcher(lines.get(i)).matches()) {
                declared++;
                if (!lines.get(i - 1).strip().startsWith("//")) {
                    bare.add(lines.get(i));
                }
            }
        }

        assertThat(declared).isPositive();
        assertThat(bare).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCallHasItsOwnRequestAndResponse(Path file) throws IOException {
        var calls = Files.readAllLines(file).stream()
                .map(CALL::matcher)
                .filter(call -> call.matches())
                .toList();

        assertThat(calls).allSatisfy(call -> {
            assertThat(call.group(2)).isEqualTo(call.group(1) + "Request");
            assertThat(call.group(3)).isEqualTo(call.group(1) + "Response");
        });
        assertThat(calls.isEmpty()).isNotEqualTo(file.toString().endsWith("_service.proto"));
    }
}
