/** Connections that go both ways: held for, relayed within bounds, and settled by what went over them. */
@NullMarked
package dev.parley.application.session;

import org.jspecify.annotations.NullMarked;
