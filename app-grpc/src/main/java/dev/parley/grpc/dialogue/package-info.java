/** Dialogue and tasks over gRPC. */
@NullMarked
package dev.parley.grpc.dialogue;

import org.jspecify.annotations.NullMarked;
