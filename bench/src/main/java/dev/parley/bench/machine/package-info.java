/** The machine that all of it runs on: processes, their usage, the disk. */
@NullMarked
package dev.parley.bench.machine;

import org.jspecify.annotations.NullMarked;
