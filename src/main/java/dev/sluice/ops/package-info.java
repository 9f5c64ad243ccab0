/** Health, metrics, and the order of starts and stops, for those who operate Sluice. */
package dev.sluice.ops;
