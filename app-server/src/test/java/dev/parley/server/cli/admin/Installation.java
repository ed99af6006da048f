package dev.parley.server.cli.admin;

import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A data directory, what is typed on it, and a server that is started on it. */
record Installation(Path dataDir, Map<String, String> settings) {

    static final String KEY = "a-first-key-of-the-tests";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Installation(Path dataDir) {
        this(dataDir, Map.of());
    }

    Terminal terminal() {
        return new Terminal(dataDir, settings);
    }

    Path database() {
        return dataDir.resolve("parley.db");
    }

    Gateway serve() throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("PARLEY_DATA_DIR", dataDir.toString());
        environment.put("PARLEY_HTTP_PORT", "0");
        environment.put("PARLEY_GRPC_PORT", "0");
        environment.put("PARLEY_BOOTSTRAP_KEY", KEY);
        return Gateway.start(ServerConfig.load(environment, dataDir));
    }

    /** Another one that holds this backup, and the same secrets. */
    Installation restored(Path backup, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.copy(dataDir.resolve("server.key"), directory.resolve("server.key"));
        Files.copy(backup, directory.resolve("parley.db"));
        return new Installation(directory);
    }

    /** Does behind the server's back what no server would. */
    void tamper(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var hands = connection.createStatement()) {
            hands.execute(statement);
        }
    }

    /** Everything that must be the same after a move. */
    String told() {
        return terminal().json("accounts", "list").out()
                + terminal().json("ledger", "verify").out()
                + terminal().json("tasks", "list").out();
    }

    static int status(Gateway gateway) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(gateway.httpUrl() + "/v1/credits"))
                                .header("Authorization", "Bearer " + KEY)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
