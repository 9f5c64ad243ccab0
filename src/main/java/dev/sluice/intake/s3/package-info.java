/** The S3 door: objects that systems drop into a bucket. */
package dev.sluice.intake.s3;
