// The page of one document: choose with the keyboard, rule without loading the page anew.

import { isForSomethingElse, keysAreOn, send, tell } from "./app.js";

const REGIONS = ["document-head", "overlay", "decisions"];
let chosen = null; // the id of the chosen decision
let queue = Promise.resolve(); // changes go one after the other

const decisions = () => [...document.querySelectorAll(".decision")];
const current = () => (chosen ? document.getElementById(chosen) : null);

function choose(id, { focus = true } = {}) {
  for (const old of document.querySelectorAll(".selected")) {
    old.classList.remove("selected");
    old.removeAttribute("aria-current");
  }
  const item = document.getElementById(id);
  if (!item) return;
  chosen = id;
  item.classList.add("selected");
  item.setAttribute("aria-current", "true");
  const mark = document.querySelector(`[data-for="${CSS.escape(id)}"]`);
  mark?.classList.add("selected");
  if (focus) item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  mark?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = decisions();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  if (next < 0 || next >= all.length) {
    tell(by > 0 ? "Dit is de laatste beslissing op deze pagina." : "Dit is de eerste beslissing op deze pagina.");
    return;
  }
  choose(all[next].id);
}

/** Rule, then put the changed parts of the answer in place and the focus back. */
function rule(form, submitter) {
  const focused = document.activeElement;
  const label = focused?.closest(".decision") && focused.tagName === "BUTTON" ? focused.value : null;
  queue = queue.then(async () => {
    const answer = await send(freshly(form), submitter);
    if (!answer) return;
    for (const id of REGIONS) {
      const fresh = answer.page.getElementById(id);
      const old = document.getElementById(id);
      if (fresh && old) old.replaceWith(document.adoptNode(fresh));
    }
    const hash = new URL(answer.url).hash.slice(1);
    const back = current() ?? document.getElementById(hash);
    if (back) {
      choose(back.id, { focus: label === null });
      if (label) back.querySelector(`button[value="${CSS.escape(label)}"]`)?.focus({ preventScroll: true });
    }
    tell(answer.page.getElementById("notice")?.textContent ?? "Vastgelegd.");
  });
}

/** The form as it is by now: an earlier change in the queue may have replaced it. */
function freshly(form) {
  return form.isConnected ? form : (document.getElementById(form.closest(".decision")?.id)?.querySelector("form") ?? form);
}

function press(effect) {
  const item = current();
  if (!item) return tell("Kies eerst een beslissing, met j of k.");
  const button = item.querySelector(`button[value="${effect}"]`);
  rule(button.form, button);
}

function chooseGround() {
  const item = current();
  if (!item) return tell("Kies eerst een beslissing, met j of k.");
  item.querySelector("details.more").open = true;
  item.querySelector("select").focus();
}

const submit = (id) => document.getElementById(id)?.requestSubmit();
const follow = (rel) => document.querySelector(`a[rel="${rel}"]`)?.click();

const ACTIONS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => follow("next"),
  p: () => follow("prev"),
  l: () => press("redact"),
  s: () => press("keep"),
  g: chooseGround,
  z: () => submit("undo"),
  y: () => submit("redo"),
  a: () => queue.then(() => submit("approve")),
};

document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.(".decision");
  if (event.key === "Escape" && item && event.target.tagName === "SELECT") return choose(item.id);
  if (!keysAreOn() || event.shiftKey || isForSomethingElse(event)) return;
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-swap], #undo, #redo")) return;
  event.preventDefault();
  rule(form, event.submitter);
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("[data-for]");
  if (mark) {
    event.preventDefault();
    choose(mark.dataset.for);
  }
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.(".decision");
  if (item && item.id !== chosen) choose(item.id, { focus: false });
});

document.addEventListener("mouseup", (event) => {
  if (!event.target.closest?.("#paper")) return;
  const text = String(getSelection()).replace(/\s+/g, " ").trim();
  const field = document.getElementById("term");
  if (text && field) {
    field.value = text.slice(0, field.maxLength);
    tell("De geselecteerde tekst staat bij 'Lak ook deze term'.");
  }
});

if (location.hash.startsWith("#b-")) choose(location.hash.slice(1), { focus: false });
