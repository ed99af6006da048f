/** Messages and what they stand for. */
@NullMarked
package dev.parley.grpc.dialogue;

import org.jspecify.annotations.NullMarked;
