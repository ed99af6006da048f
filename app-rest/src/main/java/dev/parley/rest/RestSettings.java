package dev.parley.rest;

import dev.parley.domain.account.IpRange;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the operator decides about this edge.
 *
 * @param strict whether requests with unknown fields are refused
 * @param publicUrl under which callers reach this server; asked for each link, since a free port is known only once bound
 * @param trustedProxies whose X-Forwarded-For is believed
 */
public record RestSettings(boolean strict, Supplier<URI> publicUrl, List<IpRange> trustedProxies) {
    public RestSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** Where callers reach a path of this server. */
    public String urlOf(String path) {
        String base = publicUrl.get().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
