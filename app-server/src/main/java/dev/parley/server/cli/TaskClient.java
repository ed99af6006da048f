package dev.parley.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** A client of a running gateway, over the REST task API. */
final class TaskClient implements AutoCloseable {

    private final URI gateway;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    TaskClient(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /**
     * The new task's id.
     *
     * @param cast voice by speaker
     */
    String submit(Script script, Map<String, String> cast) throws IOException, InterruptedException {
        var dialogue = json.createArrayNode();
        for (var line : script.lines()) {
            dialogue.addObject()
                    .put("text", line.text())
                    .put("voice", cast.getOrDefault(line.speaker(), line.speaker()));
        }
        var body = json.createObjectNode().put("model", GatewayClient.MODEL);
        body.putObject("input").set("dialogue", dialogue);
        var request = request("/v1/audio/generations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        return send(request).at("/data/taskId").asText();
    }

    JsonNode task(String id) throws IOException, InterruptedException {
        return send(request("/v1/tasks/" + id));
    }

    JsonNode credits() throws IOException, InterruptedException {
        return send(request("/v1/credits")).path("data");
    }

    void download(URI url, Path file) throws IOException, InterruptedException {
        var response = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new IOException("the audio could not be fetched: HTTP " + response.statusCode());
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        var answer = json.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException(answer.at("/error/message").asText("HTTP " + response.statusCode()));
        }
        return answer;
    }
}
