// Handing on what is shown: a link to it, a letter with the link, a table for a spreadsheet or a letter.

/** A table's text, cell by cell, without what is for the eye or for screen readers only. */
function cells(table) {
  const text = (cell) => cell.innerText.replace(/\s+/g, " ").trim();
  return [...table.rows].map((row) => [...row.cells].map(text));
}

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As tab-separated text, and as a table. */
function copyTable(button) {
  const rows = cells(button.closest(".card").querySelector("table"));
  const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("");
  const parts = {
    "text/plain": rows.map((row) => row.join("\t")).join("\n"),
    "text/html": `<table>${html}</table>`,
  };
  const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

const acts = {
  link: () => navigator.clipboard.writeText(location.href),
  mail: () => {
    location.href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(location.href)}`;
  },
  table: copyTable,
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share]");
  if (!button) return;
  const words = button.querySelector("span");
  const said = words.textContent;
  try {
    await acts[button.dataset.share](button);
    words.textContent = button.dataset.done ?? said;
  } catch {
    // Without https, or where the browser forbids it, there is no clipboard.
    words.textContent = button.dataset.failed;
  }
  setTimeout(() => (words.textContent = said), 2500);
});
