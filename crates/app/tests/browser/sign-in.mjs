// Signs a staff member in as people do: name, password, one-time code.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(text) {
  let bits = "";
  for (const letter of text.toUpperCase().replace(/[^A-Z2-7]/g, "")) {
    bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
  }
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** The one-time code of this moment (RFC 6238: SHA-1, 30 s, six digits). */
export function oneTimeCode(secret, seconds = Date.now() / 1000) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const digest = createHmac("sha1", base32(secret)).update(counter).digest();
  const offset = digest.at(-1) & 15;
  const code = (digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(code).padStart(6, "0");
}

export async function signIn(page, { name, password, totp }) {
  await page.goto("/hallinta/kirjaudu");
  const form = page.locator("main form").filter({ has: page.locator("input[type=password]") });
  await form.locator("input[autocomplete~=username]").fill(name);
  await form.locator("input[type=password]").fill(password);
  await form.locator("button[type=submit]").first().click();
  const code = page.locator("input[autocomplete=one-time-code]");
  if ((await code.count()) > 0) {
    // The demonstration tells the code of this moment on the page itself.
    const shown = (await page.locator("main").innerText()).match(/\b\d{6}\b/);
    await code.fill(totp ? oneTimeCode(totp) : (shown?.[0] ?? ""));
    await page.locator("main form").filter({ has: code }).locator("button[type=submit]").first().click();
  }
  assert.equal(await page.locator("input[type=password]").count(), 0, "signed in");
}
