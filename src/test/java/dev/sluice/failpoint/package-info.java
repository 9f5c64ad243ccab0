/** Deaths on demand: a production process that ends right after a step of a route. */
package dev.sluice.failpoint;
