/** Refusals as gRPC tells them. */
@NullMarked
package dev.parley.grpc.error;

import org.jspecify.annotations.NullMarked;
