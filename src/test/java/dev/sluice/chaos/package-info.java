/** The real parts as processes of their own, killed, frozen and cut off while documents come in. */
package dev.sluice.chaos;
