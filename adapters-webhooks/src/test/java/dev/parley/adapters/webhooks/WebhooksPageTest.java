package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.IpRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page says what the code does, and shows the examples that run. */
class WebhooksPageTest {

    private static final Pattern RANGE = Pattern.compile("`([0-9a-f:.]+/[0-9]+|[0-9]+(?:\\.[0-9]+){3})`");
    private static final Path DOCS = Path.of("../docs");

    @ParameterizedTest
    @CsvSource({
        "js, webhooks-node/receive.mjs",
        "python, webhooks-python/receive.py",
        "java, webhooks-java/Receive.java"
    })
    void theExamplesAreShownAsTheyAre(String language, String file) throws IOException {
        var example = Files.readString(DOCS.resolve("examples").resolve(file)).stripTrailing();

        assertThat(page()).contains("```" + language + "\n" + example + "\n```\n");
    }

    @Test
    void theAddressesThatAreRefusedAreThese() throws IOException {
        var named = RANGE.matcher(page())
                .results()
                .map(found -> IpRange.parse(found.group(1)))
                .distinct();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(PublicAddresses.special(), Stream.of(IpRange.parse("2000::/3")))
                                .toList());
    }

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("webhooks.md"));
    }
}
