/** Dead letters and invalid documents, for ops: finding them, and having them tried again. */
package dev.sluice.replay;
