package dev.parley.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.server.Gateway;
import dev.parley.server.cli.Subtitles.Cue;
import dev.parley.v1.VoiceSegment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two walks, told to a newcomer: a task over REST, then the same dialogue as a stream over gRPC. */
final class Demonstration {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String FORMAT = "mp3_44100_128";

    private final Gateway gateway;
    private final KeySecret key;
    private final Script script;
    private final Path out;
    private final PrintStream print;

    Demonstration(Gateway gateway, KeySecret key, Script script, Path out, PrintStream print) {
        this.gateway = gateway;
        this.key = key;
        this.script = script;
        this.out = out;
        this.print = print;
    }

    void run() throws IOException, InterruptedException {
        print.printf(
                "Parley is up: http %s, grpc %s (%d ms after the start)%n%n",
                gateway.httpUrl(), gateway.grpcAddress(), sinceStart());
        try (var tasks = new TaskClient(gateway.httpUrl(), key.value());
                var client = new GatewayClient(gateway.grpcAddress(), key.value(), false)) {
            var before = tasks.credits();
            var cast = Casting.cast(script.speakers(), Map.of(), client.voices());
            var task = speakAsTask(tasks, cast);
            long firstAudioSinceStart = sinceStart();
            var heard = client.stream(script, cast, GatewayClient.MODEL, FORMAT, OutputStream.nullOutputStream());
            var after = tasks.credits();
            write(task, heard, before, after);
            tell(task, heard, before, after, firstAudioSinceStart);
        }
    }

    private JsonNode speakAsTask(TaskClient tasks, Map<String, String> cast) throws IOException, InterruptedException {
        var bar = new ProgressBar(print, "REST task  ");
        var id = tasks.submit(script, cast);
        while (true) {
            var task = tasks.task(id);
            var status = task.path("status").asText();
            switch (status) {
                case "pending", "processing" -> {
                    bar.show(task.path("progress").asDouble(0), status);
                    Thread.sleep(POLL);
                }
                case "completed" -> {
                    bar.end(status);
                    tasks.download(URI.create(task.at("/output/urls/0").asText()), out.resolve("dialogue.mp3"));
                    return task;
                }
                default ->
                    throw new IOException("the task ended as " + status + ": "
                            + task.at("/error/message").asText());
            }
        }
    }

    private void write(JsonNode task, GatewayClient.Heard heard, JsonNode before, JsonNode after) throws IOException {
        var cues = cues(heard.segments());
        Files.writeString(out.resolve("dialogue.vtt"), Subtitles.webVtt(cues));
        var json = new ObjectMapper();
        var report = json.createObjectNode();
        report.set("task", task);
        var cost = report.putObject("cost");
        cost.put(
                "credits",
                task.path("credits")
                        .decimalValue()
                        .add(new Credits(heard.finished().getChargeMicros()).toDecimal()));
        cost.set("balance_before", before.path("available"));
        cost.set("balance_after", after.path("available"));
        var stream = report.putObject("stream");
        stream.put("task_id", heard.started().getTaskId());
        stream.put("time_to_first_audio_ms", heard.firstAudioNanos() / 1_000_000);
        stream.put("bytes", heard.finished().getBytes());
        stream.put("sha256", heard.finished().getSha256());
        stream.put("credits", new Credits(heard.finished().getChargeMicros()).toDecimal());
        var timings = report.putArray("timings");
        for (var cue : cues) {
            timings.addObject()
                    .put("speaker", cue.speaker())
                    .put("text", cue.text())
                    .put("start_ms", cue.startMillis())
                    .put("end_ms", cue.endMillis());
        }
        json.writerWithDefaultPrettyPrinter()
                .writeValue(out.resolve("dialogue.json").toFile(), report);
    }

    private List<Cue> cues(List<VoiceSegment> segments) {
        List<Cue> cues = new ArrayList<>();
        for (int turn = 0; turn < script.lines().size(); turn++) {
            int index = turn;
            var own = segments.stream()
                    .filter(segment -> segment.getTurn() == index)
                    .toList();
            if (!own.isEmpty()) {
                var line = script.lines().get(turn);
                var last = own.getLast();
                cues.add(new Cue(
                        own.getFirst().getStartMillis(0),
                        last.getEndMillis(last.getEndMillisCount() - 1),
                        line.speaker(),
                        line.text()));
            }
        }
        return cues;
    }

    private void tell(JsonNode task, GatewayClient.Heard heard, JsonNode before, JsonNode after, long sinceStart) {
        print.printf(
                "gRPC stream first audio after %d ms, %,d bytes%n%n",
                heard.firstAudioNanos() / 1_000_000, heard.finished().getBytes());
        print.printf("Cost     task %s", task.path("credits").asText());
        print.printf(" + stream %s credits%n", new Credits(heard.finished().getChargeMicros()));
        print.printf("Balance  %s before", before.path("available").asText());
        print.printf(", %s after%n", after.path("available").asText());
        print.printf("Time     the first audio was there %,d ms after the start%n", sinceStart);
        task.path("warnings").forEach(warning -> print.printf("Warning  %s%n", warning.asText()));
        print.printf("Written  %s, dialogue.vtt, dialogue.json%n%n", out.resolve("dialogue.mp3"));
        print.print("""
            Try it yourself:

              export KEY=%1$s
              curl %2$s/v1/credits -H "Authorization: Bearer $KEY"
              curl %2$s/v1/audio/generations -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '{
                "model": "%3$s",
                "input": {"dialogue": [{"text": "Hello!", "voice": "Aria"}, {"text": "Hello, Aria.", "voice": "Antoni"}]}}'
              curl %2$s/v1/tasks/%4$s -H "Authorization: Bearer $KEY"
              curl -O '%5$s'
            """.formatted(
                        key.value(),
                        gateway.httpUrl(),
                        GatewayClient.MODEL,
                        task.path("id").asText(),
                        task.at("/output/urls/0").asText()));
    }

    private static long sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis())
                .orElse(0L);
    }
}
