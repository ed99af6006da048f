/** {@code parley.v1.AudioService}: music, sounds, and work on recordings. */
@NullMarked
package dev.parley.grpc.audio;

import org.jspecify.annotations.NullMarked;
