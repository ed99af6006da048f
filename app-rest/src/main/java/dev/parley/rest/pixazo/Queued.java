package dev.parley.rest.pixazo;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.task.Task;
import dev.parley.rest.RestSettings;

/** What is told of a request that has just been taken. */
record Queued(
        @JsonProperty("request_id") String requestId,
        String status,
        @JsonProperty("polling_url") String pollingUrl) {

    static Queued of(Task task, RestSettings settings) {
        String id = RequestId.of(task);
        return new Queued(id, "QUEUED", settings.urlOf(PixazoPaths.STATUS + "/" + id));
    }
}
