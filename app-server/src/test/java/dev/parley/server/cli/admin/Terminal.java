package dev.parley.server.cli.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.server.cli.ParleyCommand;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Types {@code parley admin ...} on a data directory. */
record Terminal(Path dataDir, Map<String, String> settings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Terminal(Path dataDir) {
        this(dataDir, Map.of());
    }

    /** What came of it. */
    record Said(int code, String out, String err) {

        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + out + err, e);
            }
        }

        String text(String field) {
            return json().path(field).asText();
        }
    }

    Said type(String... words) {
        return typeWithInput("", words);
    }

    Said typeWithInput(String input, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var environment = new HashMap<>(settings);
        environment.put("PARLEY_DATA_DIR", dataDir.toString());
        var admin = new AdminCommand(
                environment, dataDir, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        int code = ParleyCommand.mannered(new CommandLine(admin))
                .setOut(new PrintWriter(new BufferedWriter(out), true)) // Shows what was flushed, as a terminal's.
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    /** In JSON, and it must work. */
    Said json(String... words) {
        var said = type(Stream.concat(Arrays.stream(words), Stream.of("--json")).toArray(String[]::new));
        if (said.code() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said;
    }
}
