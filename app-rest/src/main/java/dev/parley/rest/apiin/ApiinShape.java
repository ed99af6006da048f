package dev.parley.rest.apiin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.notify.TaskShape;
import dev.parley.domain.event.Event;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioUrls;
import jakarta.inject.Singleton;

/** Callbacks say what a look at the task would. */
@Singleton
final class ApiinShape implements TaskShape {

    static final String NAME = "apiin";

    private final ObjectMapper json;
    private final AudioUrls urls;

    ApiinShape(ObjectMapper json, AudioUrls urls) {
        this.json = json;
        this.urls = urls;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String body(Event event, Task task) {
        try {
            return json.writeValueAsString(AnswerJson.of(TaskJson.of(task, urls.of(task))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task is JSON", e);
        }
    }
}
