/** Work on documents under a lease: taking tickets, keeping leases, noting failures, sweeping. */
package dev.sluice.work;
