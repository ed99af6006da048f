package dev.parley.adapters.elevenlabs.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Error bodies in the upstream's shapes. */
public final class Errors {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Errors() {}

    /** The current shape. */
    public static String json(String type, String code, String status, String message) {
        ObjectNode json = MAPPER.createObjectNode();
        json.putObject("detail")
                .put("type", type)
                .put("code", code)
                .put("message", message)
                .put("status", status)
                .put("request_id", "trace-1");
        return json.toString();
    }

    /** The older shape. */
    public static String legacy(String status, String message) {
        ObjectNode json = MAPPER.createObjectNode();
        json.putObject("detail").put("status", status).put("message", message);
        return json.toString();
    }

    /** The shape of a 422. */
    public static String field(String type, String message, Object... location) {
        ObjectNode json = MAPPER.createObjectNode();
        var wrong = json.putArray("detail").addObject().put("type", type).put("msg", message);
        var loc = wrong.putArray("loc");
        for (Object step : location) {
            loc.addPOJO(step);
        }
        return json.toString();
    }
}
