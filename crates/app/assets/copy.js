// Copies the code, or the list of codes, on the page. Where this cannot run, the button stays hidden.
"use strict";

for (const place of document.querySelectorAll("[data-copy]")) {
  const code = document.querySelector("[data-receipt]");
  const button = place.querySelector("button");
  if (!code || !button || !navigator.clipboard) continue;
  place.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.innerText.trim());
      button.textContent = button.dataset.done;
    } catch {
      // Not allowed after all: the code can still be selected by hand.
      place.hidden = true;
    }
  });
}
