/**
 * How refusals become answers, in each dialect's own shape. A new dialect is one more {@link dev.parley.rest.error.Dialect}
 * bean: it says which requests are its own, maps every {@code Refusal} in one exhaustive switch, and wraps what is wrong as
 * HTTP. Nothing here changes for it. No two dialects may claim one request; what none claims is native.
 */
@NullMarked
package dev.parley.rest.error;

import org.jspecify.annotations.NullMarked;
