package dev.parley.domain.webhook;

import java.net.URI;

/**
 * Who is told of one task, as its caller asked.
 *
 * @param shape which client API's words it is told in
 * @param everyStep whether it is told while the task is rendered, not only of the end
 */
public record Callback(URI url, String shape, boolean everyStep) {}
