/**
 * What one guess at a password or at the recovery code costs: the binary logarithm of scrypt's N (r = 8, p = 1).
 * 2^17 × 8 × 128 bytes = 128 MiB and about 0.3 s. No program that is shipped asks for another; tests of other things do.
 */
export const FULL_SCRYPT_COST = 17;
