package dev.parley.adapters.storage.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.task.Route;
import java.util.ArrayList;
import java.util.List;

/** The routes of a task after its first, as a stored JSON array: most tasks have none. */
final class RoutesJson {
    private static final String NONE = "[]";
    private static final JsonMapper JSON = new JsonMapper();

    private RoutesJson() {}

    static String write(List<Route> routes) {
        if (routes.isEmpty()) {
            return NONE;
        }
        var array = JSON.createArrayNode();
        routes.forEach(route -> array.addObject()
                .put("provider", route.provider())
                .put("request", RequestJson.write(route.request()))
                .put("units", route.quote().units())
                .put("micros", route.quote().price().micros())
                .put("warnings", RequestJson.writeStrings(route.warnings())));
        return array.toString();
    }

    /** @param model the public model, the same for all */
    static List<Route> read(String text, String model) {
        if (text.equals(NONE)) {
            return List.of();
        }
        List<Route> routes = new ArrayList<>();
        try {
            JSON.readTree(text).forEach(route -> routes.add(route(route, model)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored routes cannot be read", e);
        }
        return routes;
    }

    private static Route route(JsonNode json, String model) {
        return new Route(
                json.required("provider").textValue(),
                RequestJson.read(json.required("request").textValue()),
                new Quote(
                        model,
                        json.required("units").longValue(),
                        new Credits(json.required("micros").longValue())),
                RequestJson.readStrings(json.required("warnings").textValue()));
    }
}
