package dev.parley.domain.render;

import dev.parley.domain.music.Song;

/** What is known of a finished rendering beside its bytes. */
public sealed interface Details permits Song {}
