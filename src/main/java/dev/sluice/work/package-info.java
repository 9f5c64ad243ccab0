/** Works on documents under a lease: takes tickets, keeps leases, records failures, sweeps. */
package dev.sluice.work;
