/** Tests of telling others, over memory stores and receivers that answer as they are told. */
@NullMarked
package dev.parley.application.notify;

import org.jspecify.annotations.NullMarked;
