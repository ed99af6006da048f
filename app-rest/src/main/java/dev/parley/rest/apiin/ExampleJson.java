package dev.parley.rest.apiin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that works.
 *
 * @param body as JSON
 * @param curl the whole of it, for a shell
 */
record ExampleJson(Map<String, Object> body, String curl) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LINES =
            List.of("Hello, and welcome to the show.", "Thank you! It is good to be here.");

    static ExampleJson of(String url, String model, List<String> voices) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("dialogue", List.of(turn(0, voices), turn(1, voices)));
        body.put("stability", 0.5);
        body.put("language_code", "auto");
        return new ExampleJson(body, curl(url, body));
    }

    private static Map<String, Object> turn(int index, List<String> voices) {
        Map<String, Object> turn = new LinkedHashMap<>();
        turn.put("text", LINES.get(index));
        if (index < voices.size()) {
            turn.put("voice", voices.get(index));
        }
        return turn;
    }

    private static String curl(String url, Map<String, Object> body) {
        try {
            return "curl -X POST " + url + " -H \"Authorization: Bearer $PARLEY_API_KEY\""
                    + " -H 'Content-Type: application/json' --data-raw " + quoted(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is JSON", e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
