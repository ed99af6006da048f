package dev.parley.server;

import dev.parley.server.config.ServerConfig;
import java.net.URI;
import java.util.Set;

/** How a caller on this machine reaches what listens here. */
final class Addresses {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private Addresses() {}

    static URI http(ServerConfig config, int port) {
        return URI.create("http://" + reachable(config) + ":" + port);
    }

    static String reachable(ServerConfig config) {
        if (EVERY_ADDRESS.contains(config.bind())) {
            return "127.0.0.1";
        }
        return config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind();
    }
}
