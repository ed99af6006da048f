package dev.parley.adapters.webhooks;

import java.net.InetAddress;
import java.util.stream.Stream;

/** Addresses by their text, without asking anybody. */
final class Addresses {

    private Addresses() {}

    static InetAddress of(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    static InetAddress[] all(String... literals) {
        return Stream.of(literals).map(Addresses::of).toArray(InetAddress[]::new);
    }
}
