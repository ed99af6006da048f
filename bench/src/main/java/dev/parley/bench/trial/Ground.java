package dev.parley.bench.trial;

import java.nio.file.Path;

/**
 * Where trials are made.
 *
 * @param project the checkout
 * @param work what may be written to; thrown away afterwards
 */
public record Ground(Path project, Path work) {}
