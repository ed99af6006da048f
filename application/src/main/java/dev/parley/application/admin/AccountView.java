package dev.parley.application.admin;

import dev.parley.domain.account.Account;
import dev.parley.domain.ledger.Balance;

/** An account and what it has. */
public record AccountView(Account account, Balance balance) {}
