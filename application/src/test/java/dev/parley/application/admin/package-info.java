/** What an operator may do, and what is refused. */
@NullMarked
package dev.parley.application.admin;

import org.jspecify.annotations.NullMarked;
