/** Keys in, credits out. */
@NullMarked
package dev.parley.application.account;

import org.jspecify.annotations.NullMarked;
