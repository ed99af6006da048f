/** Who owns credits, and the keys that prove it. */
@NullMarked
package dev.parley.domain.account;

import org.jspecify.annotations.NullMarked;
