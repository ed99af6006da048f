package dev.parley.plugins.localvoice;

import dev.parley.ports.provider.Voice;

/** A voice that can be named, and how it sounds. */
record Preset(Voice voice, Sound sound) {}
