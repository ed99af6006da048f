package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every source is as the formatter leaves it. {@code ./mvnw -pl app-server -am test -Dtest=FormatTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dparley.write=true} formats them.
 */
class FormatTest {

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void everySourceIsFormatted() throws IOException, FormatterException {
        List<Path> unformatted = new ArrayList<>();
        for (var file : SourceTree.javaFiles("/src/")) {
            if (file.endsWith("module-info.java")) {
                continue; // The formatter does not read them.
            }
            var source = SourceTree.read(file);
            var formatted = FORMATTER.formatSourceAndFixImports(source);
            if (!formatted.equals(source)) {
                unformatted.add(SourceTree.ROOT.relativize(file));
                if (Boolean.getBoolean("parley.write")) {
                    Files.writeString(file, formatted);
                }
            }
        }
        assertThat(unformatted).as("sources to format, see this test's comment").isEmpty();
    }
}
