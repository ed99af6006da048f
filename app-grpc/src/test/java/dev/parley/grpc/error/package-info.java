/** Refusals, one by one. */
@NullMarked
package dev.parley.grpc.error;

import org.jspecify.annotations.NullMarked;
