// What every page has: the help dialog, notices, filters, progress. All works without it too.

const KEYS = "woo-keys";

/** Say something to everybody: on the screen and to a screen reader. */
export function tell(text, { failed = false } = {}) {
  const notice = document.createElement("p");
  notice.className = failed ? "notice failed" : "notice";
  notice.textContent = text;
  document.getElementById("live").replaceChildren(notice);
  hideLater(notice, failed ? 12000 : 6000);
}

/** Single keys can be switched off (WCAG 2.1.4): they disturb speech control. */
export function keysAreOn() {
  return localStorage.getItem(KEYS) !== "off";
}

/** Whether a key press is meant for a field, a menu of the browser or a dialog. */
export function isForSomethingElse(event) {
  return (
    event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey ||
    event.target.closest("input:not([type=checkbox]), select, textarea, dialog") !== null
  );
}

/** Send a form in the background; gives the page that comes back, or null after telling why not. */
export async function send(form, submitter) {
  const fields = new URLSearchParams(new FormData(form, submitter));
  try {
    const response = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (response.ok) return { page, url: response.url };
    tell(page.getElementById("error")?.textContent ?? "Dit is niet gelukt.", { failed: true });
  } catch {
    tell("Geen verbinding. Loopt 'woo web' nog?", { failed: true });
  }
  return null;
}

function hideLater(notice, after) {
  setTimeout(() => notice.classList.add("gone"), after);
}

function setUpHelp() {
  const dialog = document.getElementById("help");
  const open = (event) => {
    event.preventDefault();
    dialog.showModal();
  };
  document.getElementById("help-link").addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && keysAreOn() && !isForSomethingElse(event)) open(event);
  });
  for (const box of document.querySelectorAll(".keys-on")) {
    box.closest(".switch").hidden = false;
    box.checked = keysAreOn();
    box.addEventListener("change", () => localStorage.setItem(KEYS, box.checked ? "on" : "off"));
  }
}

function setUpFilter() {
  const field = document.getElementById("filter");
  const rows = field ? [...document.querySelectorAll(`#${field.dataset.filter} tbody tr`)] : [];
  if (rows.length === 0) return;
  field.closest(".filter").hidden = false;
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLocaleLowerCase("nl");
    for (const row of rows) {
      const text = row.querySelector("th").textContent + (row.querySelector(".nr")?.textContent ?? "");
      row.hidden = !text.toLocaleLowerCase("nl").includes(wanted);
    }
  });
}

/** Redacting runs in the background: show how far it is, and the outcome at the end. */
async function followRun(run) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const response = await fetch("/voortgang").catch(() => null);
    if (!response?.ok) continue;
    const now = await response.json();
    if (!now.busy || String(now.count) !== run.dataset.count) break;
    run.querySelector("#run-stage").textContent = now.stage;
    run.querySelector("#run-count").textContent = now.total ? `(${now.done} van ${now.total})` : "";
    const bar = run.querySelector("#run-bar");
    bar.max = now.total || 1;
    bar.value = now.done;
  }
  location.assign("/");
}

setUpHelp();
setUpFilter();
const notice = document.getElementById("notice");
if (notice) hideLater(notice, 6000);
const run = document.querySelector("#run[data-busy]");
if (run) followRun(run);
