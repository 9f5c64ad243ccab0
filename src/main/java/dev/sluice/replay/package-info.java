/** Dead letters and invalid documents, for ops to find and to have tried again. */
package dev.sluice.replay;
