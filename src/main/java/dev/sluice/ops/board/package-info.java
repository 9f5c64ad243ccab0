/** What ops see at one glance: problems, the flow stage by stage, and samples of the last day. */
package dev.sluice.ops.board;
