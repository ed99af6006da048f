package dev.parley.rest.pixazo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.notify.TaskShape;
import dev.parley.domain.event.Event;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioUrls;
import jakarta.inject.Singleton;

/** Callbacks say what a look at the request would, with their own form of dates. */
@Singleton
final class PixazoShape implements TaskShape {

    static final String NAME = "pixazo";

    private final ObjectMapper json;
    private final AudioUrls urls;

    PixazoShape(ObjectMapper json, AudioUrls urls) {
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
            return json.writeValueAsString(StatusJson.of(task, urls.of(task), event.at(), Dates.CALLBACK));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request is JSON", e);
        }
    }
}
