/** Starts what is measured, has it asked in turns, and writes down what came of it. */
@NullMarked
package dev.parley.bench.run;

import org.jspecify.annotations.NullMarked;
