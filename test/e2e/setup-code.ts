/** What the host of the tests shows at a first start. */
export const SETUP_CODE = "TEST-2345";
