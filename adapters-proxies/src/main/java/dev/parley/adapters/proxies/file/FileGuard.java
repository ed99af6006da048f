package dev.parley.adapters.proxies.file;

import dev.parley.adapters.proxies.settings.Settings;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses of files may be asked for: the upstream is trusted to tell one, and no further. Encrypted only, and not on the
 * local network, unless the upstream itself is so; never where clouds tell machines their secrets.
 */
final class FileGuard {

    private static final System.Logger LOG = System.getLogger(FileGuard.class.getName());

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final String upstream;
    private final URI base;
    private final List<String> hosts;
    private final Resolver resolver;

    FileGuard(String upstream, URI base, List<String> hosts, Resolver resolver) {
        this.upstream = upstream;
        this.base = base;
        this.hosts = hosts;
        this.resolver = resolver;
    }

    static FileGuard of(String upstream, Settings settings) {
        return new FileGuard(upstream, settings.baseUrl(), settings.files().hosts(), InetAddress::getAllByName);
    }

    /** @throws IOException if the host is not found for now */
    URI allowed(String address) throws ProviderException, IOException {
        return allowed(base, address);
    }

    /** @param address may be relative to where one was redirected from */
    URI allowed(URI from, String address) throws ProviderException, IOException {
        URI uri = parsed(from, address);
        boolean plain = "http".equals(uri.getScheme()) && "http".equals(base.getScheme());
        boolean web = plain || "https".equals(uri.getScheme());
        String host = uri.getHost();
        if (!web || host == null || uri.getRawUserInfo() != null) {
            throw refused();
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (!hosts.isEmpty() && hosts.stream().noneMatch(known -> name.equals(known) || name.endsWith("." + known))) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0} put audio on {1}, which ''file_hosts'' does not name",
                    upstream,
                    name);
            throw refused();
        }
        var addresses = resolver.resolve(host);
        if (Arrays.stream(addresses).anyMatch(InetAddress::isLinkLocalAddress)
                || (Arrays.stream(addresses).anyMatch(LocalNetwork::has) && !isLocal(base.getHost()))) {
            throw refused();
        }
        return uri;
    }

    private URI parsed(URI from, String address) throws ProviderException {
        try {
            URI uri = from.resolve(address.strip());
            return uri.isAbsolute() ? uri : from;
        } catch (IllegalArgumentException notAnAddress) {
            throw new ProviderException(refused().failure(), notAnAddress);
        }
    }

    private boolean isLocal(String host) throws UnknownHostException {
        return Arrays.stream(resolver.resolve(host)).anyMatch(LocalNetwork::has);
    }

    /** The address is a stranger's: it is not repeated. The audio is made, and paid for. */
    private ProviderException refused() {
        return new ProviderException(
                new Unavailable(upstream + " has made the audio, but names no address that may be asked for it"));
    }
}
