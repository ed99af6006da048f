/** Connections that go both ways: WebSockets in the form of ElevenLabs'. */
@NullMarked
package dev.parley.rest.session;

import org.jspecify.annotations.NullMarked;
