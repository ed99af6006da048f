package dev.parley.server.cli.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Tells results to people in tables, and to programs in JSON. */
final class Output {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /** Several things of one kind. */
    int rows(List<Map<String, @Nullable Object>> rows) {
        return tell(json ? json(rows) : Table.of(rows));
    }

    /** One thing. */
    int one(Map<String, @Nullable Object> row) {
        return tell(json ? json(row) : Table.upright(row));
    }

    /** Something beside the result, as that there would have been more. */
    void remark(String text) {
        spec.commandLine().getErr().println("parley: " + text);
    }

    private int tell(String result) {
        var out = spec.commandLine().getOut();
        out.print(result);
        out.flush(); // A terminal's writer does so by itself only where it ends a line.
        return 0;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written", e);
        }
    }
}
