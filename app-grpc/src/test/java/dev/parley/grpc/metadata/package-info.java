/** What messages carry unasked. */
@NullMarked
package dev.parley.grpc.metadata;

import org.jspecify.annotations.NullMarked;
