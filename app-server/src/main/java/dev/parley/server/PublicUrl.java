package dev.parley.server;

import dev.parley.server.config.ServerConfig;
import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Under which callers reach the gateway. A free port is remembered: what is told while the gateway stops has links, too. */
final class PublicUrl implements Supplier<URI> {

    private final ServerConfig config;
    private final BeanProvider<EmbeddedServer> server;
    private volatile @Nullable URI bound;

    PublicUrl(ServerConfig config, BeanProvider<EmbeddedServer> server) {
        this.config = config;
        this.server = server;
    }

    /** To be asked once while the server listens. */
    @Override
    public URI get() {
        var told = config.publicUrl();
        if (told != null) {
            return told;
        }
        var known = bound;
        if (known == null) {
            known = Addresses.http(config, server.get().getPort());
            bound = known;
        }
        return known;
    }
}
