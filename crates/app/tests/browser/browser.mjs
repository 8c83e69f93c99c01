// One Chromium for all tests, and contexts that notice everything a page must not do.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium; call `close` at the end. */
export async function start() {
  // Chromium keeps things in its home too: a fresh one leaves nothing behind.
  const home = await mkdtemp(join(tmpdir(), "seloste-browser-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  const close = async () => {
    await browser.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser, close };
}

/**
 * A page in a context of its own. `faults` collects script errors, refused resources, violations
 * of the content security policy and requests to other hosts, which are also stopped.
 */
export async function visit(browser, base, options = {}) {
  const { width = 1280, dark = false, scripts = true, language = "fi", state } = options;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: 800 },
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: scripts,
    locale: language,
    reducedMotion: "reduce",
    storageState: state,
  });
  const faults = [];
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.origin === base || url.protocol === "data:") return route.continue();
    faults.push(`request to another host: ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A page left while it still loads something is no fault of the page.
    if (why !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} ${why}`);
  });
  return { context, page, faults };
}
