/** For tests of anything but the cost itself: about 3 ms a password instead of 300. */
export const CHEAP_SCRYPT_COST = 10;
