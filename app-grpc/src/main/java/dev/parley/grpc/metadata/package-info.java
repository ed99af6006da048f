/** What travels beside the messages, and what messages carry unasked. */
@NullMarked
package dev.parley.grpc.metadata;

import org.jspecify.annotations.NullMarked;
