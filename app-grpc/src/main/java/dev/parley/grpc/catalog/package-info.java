/** Models and voices over gRPC. */
@NullMarked
package dev.parley.grpc.catalog;

import org.jspecify.annotations.NullMarked;
