/** Who calls. */
@NullMarked
package dev.parley.grpc.auth;

import org.jspecify.annotations.NullMarked;
