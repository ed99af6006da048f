/** What is measured of Parley alone, since nobody else does it, or since it is judged by the disk and the clock. */
@NullMarked
package dev.parley.bench.trial;

import org.jspecify.annotations.NullMarked;
