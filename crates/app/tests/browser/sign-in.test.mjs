// The test vectors of RFC 6238, appendix B, cut to six digits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { oneTimeCode } from "./sign-in.mjs";

test("one-time codes are those of RFC 6238", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  assert.equal(oneTimeCode(secret, 59), "287082");
  assert.equal(oneTimeCode(secret, 1111111109), "081804");
  assert.equal(oneTimeCode(secret, 20000000000), "353130");
});
