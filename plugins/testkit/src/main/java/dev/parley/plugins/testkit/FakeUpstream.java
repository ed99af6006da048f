package dev.parley.plugins.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP upstream on loopback that answers by script and misbehaves on demand. It speaks HTTP/1.1 on plain sockets, one
 * request a connection, so that it can stall, cut off and reset where a decent server would not.
 *
 * <pre>{@code
 * var upstream = FakeUpstream.start().on("/v1/speech", UpstreamAnswer.of(200, "audio/mpeg", mp3));
 * upstream.spoil(request -> true, answer -> answer.stallAfter(1000));   // from now on
 * upstream.heal();
 * }</pre>
 *
 * <p>A request that no rule answers gets 404. Safe for concurrent use.
 */
public final class FakeUpstream implements AutoCloseable {

    private final ServerSocket listener;
    private final Thread acceptor;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<UpstreamRequest> requests = new CopyOnWriteArrayList<>();
    private final OpenConnections open = new OpenConnections();
    private volatile @Nullable Spoiling spoiling;
    private volatile @Nullable SocketScript sockets;
    private volatile @Nullable SocketScript spoiledSockets;

    private record Rule(Predicate<UpstreamRequest> which, Function<UpstreamRequest, UpstreamAnswer> answer) {}

    private record Spoiling(Predicate<UpstreamRequest> which, UnaryOperator<UpstreamAnswer> how) {}

    private FakeUpstream(ServerSocket listener) {
        this.listener = listener;
        this.acceptor = Thread.ofVirtual().name("fake-upstream").unstarted(this::accept);
    }

    /** An upstream on a free port, without rules. */
    public static FakeUpstream start() {
        try {
            var upstream = new FakeUpstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            upstream.acceptor.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code http://127.0.0.1:40123}, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Answers requests for paths that start so with these answers in order; the last one again and again. */
    public FakeUpstream on(String pathStart, UpstreamAnswer... answers) {
        if (answers.length == 0) {
            throw new IllegalArgumentException("a script has at least one answer");
        }
        var script = List.of(answers);
        var next = new AtomicInteger();
        return on(
                request -> request.path().startsWith(pathStart),
                _ -> script.get(Math.min(next.getAndIncrement(), script.size() - 1)));
    }

    /** Answers such requests so. Of several rules that match, the one added last counts. */
    public FakeUpstream on(Predicate<UpstreamRequest> which, Function<UpstreamRequest, UpstreamAnswer> answer) {
        rules.addFirst(new Rule(which, answer));
        return this;
    }

    /** Lets WebSockets in, and speaks over them so. */
    public FakeUpstream onSocket(SocketScript script) {
        sockets = script;
        return this;
    }

    /** From now on speaks so over those that it lets in. Takes the place of an earlier such script. */
    public void spoilSockets(SocketScript script) {
        spoiledSockets = script;
    }

    /** From now on changes the answers to such requests. Takes the place of an earlier spoiling. */
    public void spoil(Predicate<UpstreamRequest> which, UnaryOperator<UpstreamAnswer> how) {
        spoiling = new Spoiling(which, how);
    }

    /** Ends the spoiling: answers are as the rules say again. */
    public void heal() {
        spoiling = null;
        spoiledSockets = null;
    }

    /** The requests that came whole, in order. */
    public List<UpstreamRequest> requests() {
        return List.copyOf(requests);
    }

    /** Waits until an answer stalls, however long ago it began to; false if none did in time. */
    public boolean awaitStall(Duration most) throws InterruptedException {
        return open.awaitStall(most);
    }

    /** Waits until no connection is open; false if one still is after this time. */
    public boolean awaitIdle(Duration most) throws InterruptedException {
        return open.awaitNone(most);
    }

    /** Ends all connections and stops listening: whoever connects after this returned is refused. Idempotent. */
    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join(); // The system goes on listening until accept() has returned.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.closeAll();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("fake-upstream-connection").start(() -> serve(socket));
            } catch (IOException e) {
                open.lastTrouble(e); // The listener was closed: the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            UpstreamRequest request = RequestReader.read(socket.getInputStream());
            if (request != null) {
                requests.add(request);
                SocketScript script = script(request);
                if (script != null) {
                    script.run(request, FakeSocket.accept(request.headers(), socket));
                    return;
                }
                new AnswerWriter(socket, () -> open.stalled(socket)).write(answer(request));
            }
        } catch (IOException e) {
            open.lastTrouble(e); // The client left, as clients may.
        } finally {
            open.remove(socket);
        }
    }

    /** Null where an answer is what it gets: the request asks for no WebSocket, or answers are spoiled. */
    private @Nullable SocketScript script(UpstreamRequest request) {
        Spoiling now = spoiling;
        if (!FakeSocket.isAskedFor(request.headers())
                || (now != null && now.which().test(request))) {
            return null;
        }
        SocketScript spoiled = spoiledSockets;
        return spoiled == null ? sockets : spoiled;
    }

    private UpstreamAnswer answer(UpstreamRequest request) {
        UpstreamAnswer answer = rules.stream()
                .filter(rule -> rule.which().test(request))
                .findFirst()
                .map(rule -> rule.answer().apply(request))
                .orElseGet(() -> UpstreamAnswer.status(404));
        Spoiling now = spoiling;
        return now != null && now.which().test(request) ? now.how().apply(answer) : answer;
    }
}
