// What plain forms cannot do: passkeys, copying, and lists that stay fresh. Whatever the browser does not know stays hidden.

/** Sends one half of a passkey exchange; fails with the server's words. */
async function send(address, fields) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** Makes a passkey or asks for one; answers where to go. */
async function exchange(form) {
  const address = form.getAttribute("action");
  const fields = Object.fromEntries(new FormData(form));
  const { to, options } = await send(`${address}/begin`, fields);
  if (to) return to;
  const credential =
    form.dataset.passkey === "add"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const finished = await send(`${address}/finish`, { ...fields, response: JSON.stringify(credential) });
  return finished.to;
}

async function submitted(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const [button, alert] = [form.querySelector("button"), form.querySelector("[role=alert]")];
  button.disabled = true;
  alert.hidden = true;
  try {
    location.assign(await exchange(form));
  } catch (error) {
    // A browser's own error says why in its own words, or not at all: nobody gave a passkey.
    alert.textContent = error instanceof DOMException ? form.dataset.failed : error.message;
    alert.hidden = false;
    button.disabled = false;
  }
}

if (globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.addEventListener("submit", submitted);
    form.hidden = false;
  }
  for (const words of document.querySelectorAll("[data-without-passkeys]")) words.hidden = true;
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.copied;
    });
    button.hidden = false;
  }
}

/** Keeps what is under way fresh, unless the keyboard is in it: focus must not get lost. */
async function refresh() {
  const live = document.querySelector("[data-live]");
  if (!live) return;
  if (!live.contains(document.activeElement) && !document.hidden) {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    const fresh = page.getElementById(live.id);
    if (fresh) live.replaceWith(fresh);
  }
  setTimeout(refresh, 2000);
}

if (document.querySelector("[data-live]")) setTimeout(refresh, 1000);
