// Gives feedback without ever touching the mouse.

import assert from "node:assert/strict";

const farthest = 120;

/** What has the focus: its tag, name and whether one can see that it has it. */
const focused = (page) =>
  page.locator(":focus").evaluateAll(([element]) => {
    if (!element) return { tag: "NONE" };
    const style = getComputedStyle(element);
    return {
      tag: element.tagName,
      name: element.getAttribute("name") ?? "",
      type: element.getAttribute("type") ?? "",
      form: element.closest("main form") !== null,
      to: element.getAttribute("href") ?? element.closest("form")?.getAttribute("action") ?? "",
      visible: style.outlineStyle !== "none" || style.boxShadow !== "none",
    };
  });

/** Presses Tab until `wanted` has the focus; everything on the way must show its focus. */
export async function tabTo(page, what, wanted) {
  for (let step = 0; step < farthest; step += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (now.tag === "NONE" || now.tag === "BODY") continue;
    assert.ok(now.visible, `focus on ${JSON.stringify(now)} cannot be seen`);
    if (wanted(now)) return;
  }
  assert.fail(`Tab does not reach ${what}`);
}

/** Presses Enter on what has the focus; the answer to what it sends or opens. */
export async function press(page) {
  const [response] = await Promise.all([
    page.waitForNavigation({ waitUntil: "load" }),
    page.keyboard.press("Enter"),
  ]);
  return response;
}

/** Opens the form, writes, sends and ends on the page with the receipt. */
export async function keyboardFeedback(page) {
  await page.goto("/palaute");
  await tabTo(page, "the message", ({ tag, form }) => tag === "TEXTAREA" && form);
  await page.keyboard.type("Näppäimistöllä annettu palaute.");
  await tabTo(
    page,
    "the send button",
    ({ tag, type, form }) => form && (tag === "BUTTON" || type === "submit"),
  );
  const response = await press(page);
  assert.equal(response.status(), 200);
  const receipt = page.locator("[data-receipt]");
  assert.equal(await receipt.count(), 1, "the receipt code");
  assert.notEqual((await receipt.textContent()).trim(), "");
}
