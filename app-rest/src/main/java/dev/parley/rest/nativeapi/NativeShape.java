package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.notify.TaskShape;
import dev.parley.domain.event.Event;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioUrls;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;

/** Callbacks say what a look at the task would. */
@Singleton
final class NativeShape implements TaskShape {

    private final ObjectMapper json;
    private final AudioUrls urls;

    NativeShape(ObjectMapper json, AudioUrls urls) {
        this.json = json;
        this.urls = urls;
    }

    @Override
    public String name() {
        return NATIVE;
    }

    @Override
    public String body(Event event, Task task) {
        try {
            return json.writeValueAsString(TaskJson.of(task, urls.of(task), OptionalDouble.empty()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task is JSON", e);
        }
    }
}
