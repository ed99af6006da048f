package dev.parley.adapters.proxies.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.plugins.testkit.FakeUpstream;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An upstream that takes jobs: whoever asks often enough finds them done. What is wrong with its answers is up to {@link
 * #http()}, what becomes of its jobs to the rest.
 */
public abstract class FakeJobs implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final FakeUpstream http = FakeUpstream.start();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final List<Job> submitted = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int looks = 1;
    private volatile Ending ending = Ending.DONE;
    private volatile Consumer<Job> onSubmit = _ -> {};
    private volatile @Nullable String fileAddress;
    private volatile @Nullable FakeFile file;

    /** How jobs end here. */
    public enum Ending {
        DONE,
        FAILED,
        /** Where the upstream knows a difference: by its own fault. */
        ERROR
    }

    /** One that was taken. */
    public record Job(String id, JsonNode body, UpstreamRequest request, AtomicInteger looked) {}

    FakeJobs() {
        http.on(request -> request.method().equals("POST"), this::submit);
        http.on(request -> request.path().startsWith(questions()), this::answer);
        http.on("/files/", UpstreamAnswer.status(404));
        http.on(request -> request.path().startsWith("/files/"), this::file);
    }

    public final URI uri() {
        return http.uri();
    }

    /** For spoiling answers, and reading requests. */
    public final FakeUpstream http() {
        return http;
    }

    /** How often a job is said to be at work before it has ended. */
    public final void looks(int count) {
        looks = count;
    }

    public final void ending(Ending next) {
        ending = next;
    }

    /** Runs by itself for each job that is taken, soon after it is. */
    public final void onSubmit(Consumer<Job> what) {
        onSubmit = what;
    }

    /** What every job makes from now on, instead of speech. */
    public final void file(FakeFile always) {
        file = always;
    }

    /** Where every job says that its file lies. */
    public final void fileAddress(String always) {
        fileAddress = always;
    }

    public final List<Job> submitted() {
        return List.copyOf(submitted);
    }

    /** How often it was asked after jobs. */
    public final int asked() {
        return asked.get();
    }

    /** Calls back, as documented, with the job as it has ended. Returns what the receiver answers. */
    public final int ring(Job job) {
        try (var client = HttpClient.newHttpClient()) {
            var call = HttpRequest.newBuilder(URI.create(callback(job)))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(ended(job).toString()));
            return client.send(call.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final void close() {
        http.close();
    }

    /** Path under which jobs are asked after. */
    abstract String questions();

    /** Null where the call is in order. */
    abstract @Nullable UpstreamAnswer refusal(UpstreamRequest request, JsonNode body);

    /** Null where whoever asks may. */
    abstract @Nullable UpstreamAnswer stranger(UpstreamRequest request);

    abstract String id(int number);

    abstract UpstreamAnswer accepted(Job job);

    abstract ObjectNode pending(Job job);

    abstract ObjectNode done(Job job, String file);

    abstract ObjectNode failed(Job job, Ending how);

    abstract UpstreamAnswer unknownJob();

    /** What a job's text sounds like. */
    abstract FakeFile speech(JsonNode body);

    abstract String callback(Job job);

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UpstreamAnswer submit(UpstreamRequest request) {
        UpstreamAnswer stranger = stranger(request);
        if (stranger != null) {
            return stranger;
        }
        JsonNode body = json(request.body());
        UpstreamAnswer refusal = refusal(request, body);
        if (refusal != null) {
            return refusal;
        }
        var job = new Job(id(submitted.size() + 1), body, request, new AtomicInteger());
        jobs.put(job.id(), job);
        submitted.add(job);
        Consumer<Job> what = onSubmit;
        Thread.startVirtualThread(() -> what.accept(job));
        return accepted(job);
    }

    private UpstreamAnswer answer(UpstreamRequest request) {
        UpstreamAnswer stranger = stranger(request);
        Job job = jobs.get(request.path().substring(questions().length()));
        asked.incrementAndGet();
        if (stranger != null || job == null) {
            return stranger == null ? unknownJob() : stranger;
        }
        job.looked().incrementAndGet();
        return UpstreamAnswer.json(200, state(job).toString());
    }

    private ObjectNode state(Job job) {
        return job.looked().get() <= looks ? pending(job) : ended(job);
    }

    private ObjectNode ended(Job job) {
        String elsewhere = fileAddress;
        return switch (ending) {
            case DONE -> done(job, elsewhere == null ? uri() + "/files/" + job.id() + ".audio" : elsewhere);
            case FAILED, ERROR -> failed(job, ending);
        };
    }

    private UpstreamAnswer file(UpstreamRequest request) {
        Job job = jobs.get(request.path().replaceAll("^/files/|\\.audio$", ""));
        if (job == null) {
            return UpstreamAnswer.status(404);
        }
        FakeFile always = file;
        FakeFile made = always == null ? speech(job.body()) : always;
        return UpstreamAnswer.of(200, made.type(), made.bytes());
    }
}
