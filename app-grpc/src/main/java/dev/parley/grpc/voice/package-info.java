/** {@code VoiceService}: what an account does with voices of its own. */
@NullMarked
package dev.parley.grpc.voice;

import org.jspecify.annotations.NullMarked;
