package dev.parley.rest;

import java.net.URI;
import java.util.function.Supplier;

/**
 * What the operator decides about this edge.
 *
 * @param strict whether requests with unknown fields are refused
 * @param publicUrl under which callers reach this server; asked for each link, since a free port is known only once bound
 */
public record RestSettings(boolean strict, Supplier<URI> publicUrl) {}
