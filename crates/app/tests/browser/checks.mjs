// What must be true of every page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing that axe-core can find against WCAG 2.2 AA. */
export async function accessible(page) {
  // Evaluated through the debugger, which a strict content security policy does not stop.
  await page.evaluate(source);
  const result = await page.evaluate(
    (values) => globalThis.axe.run({ runOnly: { type: "tag", values } }),
    standards,
  );
  const findings = result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary}`),
  );
  assert.deepEqual(findings, [], findings.join("\n"));
  assert.ok(result.passes.length > 0, "axe looked at something");
}

/** No part is wider than the window, so nobody has to scroll sideways (WCAG 1.4.10). */
export async function fits(page) {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
      .map((element) => `${element.tagName} ${element.className}: ${element.outerHTML.slice(0, 120)}`);
  });
  assert.deepEqual(wide, [], "wider than the window");
}

/** The page says its language, has a title and exactly one main heading. */
export async function outlined(page, language) {
  assert.equal(await page.locator("html").getAttribute("lang"), language);
  assert.notEqual((await page.title()).trim(), "", "a title");
  assert.equal(await page.locator("h1").count(), 1, "one main heading");
}

/** No cookie and no stored key that the notice does not declare, and cookies are well guarded. */
export async function stores(context, page, declared, scripts) {
  for (const cookie of await context.cookies()) {
    assert.ok(declared.includes(cookie.name), `undeclared cookie ${cookie.name}`);
    assert.ok(cookie.httpOnly, `${cookie.name} can be read by scripts`);
    assert.notEqual(cookie.sameSite, "None", `${cookie.name} goes to other sites`);
  }
  if (!scripts) return;
  const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  assert.deepEqual(kept, [], "keys in the browser's storage");
}

/** Headers that every page carries. */
export function guarded(response) {
  const headers = response.headers();
  const policy = headers["content-security-policy"] ?? "";
  assert.match(policy, /default-src 'none'|default-src 'self'/, "a content security policy");
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/, "a strict one");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.ok(headers["referrer-policy"], "a referrer policy");
  assert.match(headers["permissions-policy"] ?? "", /geolocation=\(\)/);
}
