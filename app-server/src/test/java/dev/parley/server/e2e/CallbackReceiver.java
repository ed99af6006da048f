package dev.parley.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Somebody who is told of tasks, over https on loopback, with a certificate of their own. */
final class CallbackReceiver implements AutoCloseable {

    private static final String PASSWORD = "not a secret";
    private static final long PATIENCE_SECONDS = 30;

    private final HttpsServer server;
    private final Path authority;
    private final Map<String, BlockingQueue<JsonNode>> heard = new ConcurrentHashMap<>();

    private CallbackReceiver(HttpsServer server, Path authority) {
        this.server = server;
        this.authority = authority;
    }

    static CallbackReceiver open(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(directory);
        var keys = directory.resolve("keys.p12");
        var authority = directory.resolve("authority.pem");
        keytool(keys, "-genkeypair", "-alias", "r", "-dname", "CN=r", "-keyalg", "EC", "-ext", "san=ip:127.0.0.1");
        keytool(keys, "-exportcert", "-rfc", "-alias", "r", "-file", authority.toString());
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        var receiver = new CallbackReceiver(server, authority);
        server.createContext("/", receiver::hear);
        server.start();
        return receiver;
    }

    /** Who vouches for it, as a file. */
    Path authority() {
        return authority;
    }

    String url(String name) {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** The first so many bodies that were sent to this name. */
    List<JsonNode> await(String name, int count) throws InterruptedException {
        List<JsonNode> bodies = new ArrayList<>();
        while (bodies.size() < count) {
            var body = queue(name).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (body == null) {
                throw new AssertionError(name + " was told " + bodies.size() + " times, not " + count + ": " + bodies);
            }
            bodies.add(body);
        }
        return bodies;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = RunningGateway.JSON.readTree(exchange.getRequestBody().readAllBytes());
            queue(exchange.getRequestURI().getPath().substring(1)).add(body);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private BlockingQueue<JsonNode> queue(String name) {
        return heard.computeIfAbsent(name, _ -> new LinkedBlockingQueue<>());
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path keys, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", keys.toString()));
        var log = keys.resolveSibling("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }
}
