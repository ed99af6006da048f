/** What an operator does: accounts, keys, credits, tasks, usage, and signing in to do it. */
@NullMarked
package dev.parley.application.admin;

import org.jspecify.annotations.NullMarked;
