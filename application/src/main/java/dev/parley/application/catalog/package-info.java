/** What can be asked for: public models, the providers behind them, and voices. */
@NullMarked
package dev.parley.application.catalog;

import org.jspecify.annotations.NullMarked;
