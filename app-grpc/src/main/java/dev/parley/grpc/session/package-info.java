/** {@code parley.v1.SessionService}: connections that go both ways. */
@NullMarked
package dev.parley.grpc.session;

import org.jspecify.annotations.NullMarked;
