package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.plugins.testkit.FakeSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * ElevenLabs on loopback, by script: dialogue and speech in all eight forms, music, sounds, recordings, sessions, voices, models, user and
 * subscription. It renders tones; those of speech have the length of the text, and exact timings.
 *
 * <pre>{@code
 * try (var upstream = FakeElevenLabs.start()) {
 *     upstream.spoilNext(new Fault.SilentEnd());
 *     ... providers.elevenlabs.api_key = FakeElevenLabs.KEY, providers.elevenlabs.base_url = upstream.uri() ...
 *     upstream.renderings().getFirst().hungUpAt();
 * }
 * }</pre>
 */
public final class FakeElevenLabs implements AutoCloseable {

    /** The key that it takes, unless told otherwise. */
    public static final String KEY = "sk_0123456789abcdef0123456789abcdef";

    private final ServerSocket listener;
    private final FakeAccount account = new FakeAccount();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final AtomicInteger mostBusy = new AtomicInteger();
    private final AtomicInteger renderings = new AtomicInteger();
    private final UploadGate uploads = new UploadGate();
    private volatile int concurrencyMax = Integer.MAX_VALUE;
    private volatile Function<SeenRequest, @Nullable Fault> script = _ -> null;

    private FakeElevenLabs(ServerSocket listener) {
        this.listener = listener;
        keys.add(KEY);
    }

    /** On a free port. */
    public static FakeElevenLabs start() {
        try {
            var upstream = new FakeElevenLabs(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("fake-elevenlabs").start(upstream::accept);
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Takes these keys, and no others. */
    public void takeKeys(String... taken) {
        keys.clear();
        keys.addAll(List.of(taken));
    }

    public void addVoice(String id, String name) {
        account.addVoice(id, name);
    }

    /** For each key; told in headers, and refused beyond. */
    public void concurrencyMax(int max) {
        concurrencyMax = max;
    }

    /** What goes wrong from now on; null is nothing. Asked for each request that has a good key. */
    public void spoil(Function<SeenRequest, @Nullable Fault> faults) {
        script = faults;
    }

    /** Spoils the next renderings in this order, and no more. */
    public void spoilNext(Fault... faults) {
        var next = new AtomicInteger();
        spoil(request -> {
            int index = request.isRendering() ? next.getAndIncrement() : faults.length;
            return index < faults.length ? faults[index] : null;
        });
    }

    /** Spoils one rendering of so many. */
    public void spoilOneOf(int so, Fault fault) {
        var next = new AtomicInteger();
        spoil(request -> request.isRendering() && next.incrementAndGet() % so == 0 ? fault : null);
    }

    /** Reads no further than the heads of forms, until {@link #goOn}. */
    public void holdUploads() {
        uploads.hold();
    }

    public void goOn() {
        uploads.goOn();
    }

    /** How many uploads broke off. */
    public int cutUploads() {
        return uploads.cut();
    }

    public List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /** Those that asked for audio. */
    public List<SeenRequest> renderings() {
        return requests.stream().filter(SeenRequest::isRendering).toList();
    }

    /** Most renderings of one key that were under way at once, since {@link #forgetMostBusy}. */
    public int mostBusy() {
        return mostBusy.get();
    }

    public void forgetMostBusy() {
        mostBusy.set(0);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("fake-elevenlabs-call").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        SeenRequest request = null;
        try (socket) {
            request = RequestIn.read(socket.getInputStream(), uploads);
            if (request != null) {
                requests.add(request);
                answer(request, socket);
            }
        } catch (IOException left) {
            if (request != null) {
                request.hungUp(InstantSource.system().instant());
            }
        } finally {
            open.remove(socket);
            if (request != null) {
                request.ended();
            }
        }
    }

    private void answer(SeenRequest request, Socket socket) throws IOException {
        String key = request.headers().getOrDefault("xi-api-key", "");
        AtomicInteger mine = busy.computeIfAbsent(key, _ -> new AtomicInteger());
        int now = request.isRendering() ? mine.incrementAndGet() : mine.get();
        var counted = new AtomicInteger(request.isRendering() ? 1 : 0);
        Runnable leave = () -> mine.addAndGet(-counted.getAndSet(0));
        try {
            Fault fault = isLetIn(request, key) ? script.apply(request) : null;
            if (request.isSession()
                    && isLetIn(request, key)
                    && now <= concurrencyMax
                    && !(fault instanceof Fault.Refused)) {
                mostBusy.accumulateAndGet(now, Math::max);
                new FakeSession(request, FakeSocket.accept(request.headers(), socket), fault).run();
                return;
            }
            Reply reply = reply(request, key, now, fault);
            if (request.isRendering() && reply.status() == 200) {
                mostBusy.accumulateAndGet(now, Math::max);
            }
            new ReplyWriter(socket, leave).write(headed(reply, now), fault);
        } finally {
            leave.run();
        }
    }

    private boolean isLetIn(SeenRequest request, String key) {
        return keys.contains(key) || FakeSession.isSigned(request);
    }

    private Reply headed(Reply reply, int now) {
        return concurrencyMax == Integer.MAX_VALUE
                ? reply
                : reply.header("maximum-concurrent-requests", Integer.toString(concurrencyMax))
                        .header("current-concurrent-requests", Integer.toString(now));
    }

    private Reply reply(SeenRequest request, String key, int now, @Nullable Fault fault) {
        if (!keys.contains(key)) {
            return Reply.json(
                    401, Errors.json("authentication_error", "unauthorized", "invalid_api_key", "Invalid API key"));
        }
        if (fault instanceof Fault.Refused error) {
            Reply reply = Reply.json(error.status(), error.body());
            for (var header : error.headers().entrySet()) {
                reply = reply.header(header.getKey(), header.getValue());
            }
            return reply;
        }
        if (request.isRendering() && now > concurrencyMax) {
            return Reply.json(
                    429,
                    Errors.json(
                            "rate_limit_error",
                            "concurrent_limit_exceeded",
                            "too_many_concurrent_requests",
                            "Too many concurrent requests."));
        }
        if (request.isSession()) {
            return Reply.json(404, Errors.json("not_found", "not_found", "not_found", "Not found."));
        }
        return request.isRendering() ? rendering(request, fault) : lookup(request);
    }

    private Reply rendering(SeenRequest request, @Nullable Fault fault) {
        return FakeWork.is(request) ? work(request, fault) : speech(request, fault);
    }

    private Reply work(SeenRequest request, @Nullable Fault fault) {
        Reply complaint = new WorkCheck(request, account.voiceIds()).complaint();
        if (complaint != null) {
            return complaint;
        }
        int number = renderings.incrementAndGet();
        Reply made = new FakeWork(request).reply(number);
        Reply reply = switch (fault) {
            case Fault.Page _ -> page();
            case Fault.Garbage _ -> made.with(List.of("\u0001 nothing \u0002".getBytes(UTF_8)));
            case null, default -> made.with(cut(made.pieces(), fault));
        };
        return reply.header("request-id", "req-" + number).header("character-cost", "40");
    }

    private static Reply page() {
        return Reply.of("text/html", List.of("<html>Please log in.</html>".getBytes(UTF_8)));
    }

    private Reply speech(SeenRequest request, @Nullable Fault fault) {
        Reply complaint = new RequestCheck(request, account.voiceIds()).complaint();
        if (complaint != null) {
            return complaint;
        }
        var format = AudioFormat.parse(request.query().getOrDefault("output_format", "mp3_44100_128"))
                .orElseThrow();
        var speech = new FakeSpeech(request.path(), request.json(), format);
        boolean timed = request.path().endsWith("/with-timestamps");
        boolean streamed = request.path().contains("/stream");
        Reply reply = switch (fault) {
            case Fault.Page _ -> page();
            case Fault.Garbage _ -> Reply.of("audio/mpeg", List.of("\u0001 no audio \u0002".getBytes(UTF_8)));
            case null, default -> timed ? timed(speech, streamed, fault) : plain(speech, fault);
        };
        return reply.header("request-id", "req-" + renderings.incrementAndGet())
                .header("character-cost", Integer.toString(speech.length()));
    }

    private static Reply plain(FakeSpeech speech, @Nullable Fault fault) {
        return Reply.of("audio/mpeg", cut(List.of(speech.audio()), fault));
    }

    private static Reply timed(FakeSpeech speech, boolean streamed, @Nullable Fault fault) {
        List<byte[]> pieces = streamed ? speech.lines(fault) : List.of(speech.whole(fault));
        return Reply.of("application/json", cut(pieces, fault));
    }

    /** Lines are kept whole: what is missing is not seen by a parser. */
    private static List<byte[]> cut(List<byte[]> pieces, @Nullable Fault fault) {
        if (!(fault instanceof Fault.SilentEnd end)) {
            return pieces;
        }
        byte[] first = pieces.getFirst();
        return pieces.size() > 1
                ? pieces.subList(0, (int) (pieces.size() * end.share()))
                : List.of(Arrays.copyOf(first, (int) (first.length * end.share())));
    }

    private Reply lookup(SeenRequest request) {
        String path = request.path();
        return switch (path) {
            case "/v2/voices" ->
                Reply.json(
                        200,
                        account.voicesPage(
                                Integer.parseInt(request.query().getOrDefault("page_size", "10")),
                                Integer.parseInt(request.query().getOrDefault("next_page_token", "0"))));
            case "/v1/voices" -> Reply.json(200, account.allVoices());
            case "/v1/convai/conversation/get-signed-url" -> FakeSession.leave(request);
            case "/v1/models" -> Reply.json(200, FakeAccount.models());
            case "/v1/user" -> Reply.json(200, FakeAccount.user());
            case "/v1/user/subscription" -> Reply.json(200, FakeAccount.subscription());
            default -> path.startsWith("/v1/dubbing/") ? new FakeWork(request).reply(0) : voice(path);
        };
    }

    private Reply voice(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("/v1/voices/") && account.voiceIds().contains(id)
                ? Reply.json(200, account.voice(id))
                : Reply.json(404, Errors.json("not_found", "voice_not_found", "voice_not_found", "Not found."));
    }
}
