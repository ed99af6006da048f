package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.notify.TaskShape;
import dev.parley.domain.event.Event;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioUrls;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;

/** Endpoints are told what happened, when, and what a look at the task would say. */
@Singleton
final class StandardShape implements TaskShape {

    private final ObjectMapper json;
    private final AudioUrls urls;

    StandardShape(ObjectMapper json, AudioUrls urls) {
        this.json = json;
        this.urls = urls;
    }

    @JsonPropertyOrder({"type", "timestamp", "data"})
    private record Told(String type, String timestamp, TaskJson data) {}

    @Override
    public String name() {
        return STANDARD;
    }

    @Override
    public String body(Event event, Task task) {
        var data = TaskJson.of(task, urls.of(task), OptionalDouble.empty());
        try {
            return json.writeValueAsString(
                    new Told(event.type().toString(), event.at().toString(), data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task is JSON", e);
        }
    }
}
