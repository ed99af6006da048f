package dev.parley.adapters.webhooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.jspecify.annotations.Nullable;

/** Writes down who was to be dialled, and dials a receiver on loopback in their stead, or nobody. */
final class RecordingSockets implements DetachedSocketFactory {

    private final List<InetSocketAddress> dials = new CopyOnWriteArrayList<>();
    private final Map<InetAddress, Integer> receivers = new ConcurrentHashMap<>();

    /** Whoever dials this address reaches that port on loopback. */
    RecordingSockets standIn(String address, int loopbackPort) {
        receivers.put(Addresses.of(address), loopbackPort);
        return this;
    }

    List<InetSocketAddress> dials() {
        return dials;
    }

    List<String> dialled() {
        return dials.stream()
                .map(dial -> dial.getAddress().getHostAddress() + " " + dial.getPort())
                .toList();
    }

    @Override
    public Socket create(@Nullable Proxy proxy) {
        if (proxy != null) {
            throw new AssertionError("no proxy is asked for");
        }
        return new RecordingSocket();
    }

    private final class RecordingSocket extends Socket {

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            var dial = (InetSocketAddress) to;
            dials.add(dial);
            var port = receivers.get(dial.getAddress());
            if (port == null) {
                throw new ConnectException("written down, and not dialled");
            }
            super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
        }
    }
}
