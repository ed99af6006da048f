/** The gRPC edge: a server over the walks of the application. */
@NullMarked
package dev.parley.grpc;

import org.jspecify.annotations.NullMarked;
