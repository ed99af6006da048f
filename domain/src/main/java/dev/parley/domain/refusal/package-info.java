/** Why a request was not accepted, in few kinds that each edge maps once. */
@NullMarked
package dev.parley.domain.refusal;

import org.jspecify.annotations.NullMarked;
