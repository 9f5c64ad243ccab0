/** What ops watch and steer: health, metrics, the order of starts and stops. */
package dev.sluice.ops;
