/** Credits over gRPC. */
@NullMarked
package dev.parley.grpc.account;

import org.jspecify.annotations.NullMarked;
