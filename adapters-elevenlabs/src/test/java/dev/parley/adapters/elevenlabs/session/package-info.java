/** Tests of connections to the upstream that go both ways. */
@NullMarked
package dev.parley.adapters.elevenlabs.session;

import org.jspecify.annotations.NullMarked;
