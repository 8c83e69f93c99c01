// Passkeys: the one thing on these pages that needs a script. It stores nothing and asks nobody
// but the browser; the answer travels in the form like any other field.
"use strict";

const able = window.PublicKeyCredential
  && PublicKeyCredential.parseCreationOptionsFromJSON
  && PublicKeyCredential.parseRequestOptionsFromJSON;

function answer(form) {
  const options = JSON.parse(form.dataset.options);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    })
    : navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    });
}

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = form.querySelector("[role=alert]");
    wrong.hidden = true;
    try {
      const credential = await answer(form);
      form.elements.namedItem("answer").value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      wrong.hidden = false;
    }
  });
}
