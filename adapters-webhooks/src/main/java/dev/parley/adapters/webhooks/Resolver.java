package dev.parley.adapters.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a name into addresses, and may take its time. */
@FunctionalInterface
interface Resolver {

    InetAddress[] resolve(String name) throws UnknownHostException;
}
