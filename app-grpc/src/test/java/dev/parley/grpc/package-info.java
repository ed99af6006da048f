/** The edge as its callers meet it: over loopback, with memory stores and a scripted provider behind it. */
@NullMarked
package dev.parley.grpc;

import org.jspecify.annotations.NullMarked;
