package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import dev.parley.v1.AccountServiceGrpc;
import dev.parley.v1.CatalogServiceGrpc;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.WatchTaskRequest;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A gateway on free ports, and clients of it. */
final class RunningGateway implements AutoCloseable {

    static final String KEY = "sk-end-to-end-test-key-0001";
    static final String TEST_KEY = "sk-test-end-to-end-test-key-0001";
    static final String MODEL = "elevenlabs-text-to-dialogue-v3";
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Gateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ManagedChannel channel;

    private RunningGateway(Gateway gateway) {
        this.gateway = gateway;
        this.channel = NettyChannelBuilder.forTarget(gateway.grpcAddress())
                .usePlaintext()
                .maxInboundMessageSize(8 << 20)
                .build();
    }

    /** @param settings more environment variables */
    static RunningGateway start(Path data, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PARLEY_HTTP_PORT", "0",
                "PARLEY_GRPC_PORT", "0",
                "PARLEY_DATA_DIR", data.toString(),
                "PARLEY_BOOTSTRAP_KEY", KEY,
                "PARLEY_BOOTSTRAP_CREDITS", "1000"));
        environment.putAll(settings);
        try {
            return new RunningGateway(Gateway.start(ServerConfig.load(environment, data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DialogueServiceGrpc.DialogueServiceBlockingStub dialogues(String key) {
        return DialogueServiceGrpc.newBlockingStub(channel).withInterceptors(bearer(key));
    }

    DialogueServiceGrpc.DialogueServiceBlockingStub dialogues() {
        return dialogues(KEY);
    }

    AccountServiceGrpc.AccountServiceBlockingStub account() {
        return AccountServiceGrpc.newBlockingStub(channel).withInterceptors(bearer(KEY));
    }

    CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
        return CatalogServiceGrpc.newBlockingStub(channel).withInterceptors(bearer(KEY));
    }

    ManagedChannel channel() {
        return channel;
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Any request. */
    HttpResponse<byte[]> ask(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    /** The answer's JSON with the gateway's own key, which must succeed. */
    JsonNode getJson(String path) {
        return json(get(path, "Authorization", "Bearer " + KEY));
    }

    /** Of the account that the key belongs to. */
    JsonNode credits(String key) {
        return json(get("/v1/credits", "Authorization", "Bearer " + key)).path("data");
    }

    JsonNode postJson(String path, JsonNode body) {
        try {
            return json(post(path, JSON.writeValueAsBytes(body), "Authorization", "Bearer " + KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The task once it has ended. */
    JsonNode awaitTask(String id) {
        var watch = WatchTaskRequest.newBuilder().setTaskId(id).build();
        dialogues()
                .withDeadlineAfter(PATIENCE)
                .watchTask(watch)
                .forEachRemaining(
                        update -> assertThat(update.getTask().getTaskId()).isEqualTo(id));
        return getJson("/v1/tasks/" + id);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        http.close();
        gateway.close();
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " "
                        + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var uri = path.startsWith("http") ? URI.create(path) : gateway.httpUrl().resolve(path);
        var request = HttpRequest.newBuilder(uri);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ClientInterceptor bearer(String key) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
