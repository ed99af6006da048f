/** Credits: amounts, prices, holds and balances. Integers only. */
@NullMarked
package dev.parley.domain.ledger;

import org.jspecify.annotations.NullMarked;
