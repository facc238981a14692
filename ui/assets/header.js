// Light or dark: what the person chose last, else what the system says. The model's buttons reach Python.
function say() {
  const button = element.querySelector(".mode");
  const dark = document.body.classList.contains("dark");
  button.textContent = dark ? "Light" : "Dark";
  button.setAttribute("aria-label", dark ? "Use the light theme" : "Use the dark theme");
}
const chosen = localStorage.getItem("fieldnote-theme");
if (chosen && !new URLSearchParams(location.search).has("__theme")) document.body.classList.toggle("dark", chosen === "dark");
element.addEventListener("click", (event) => {
  const chip = event.target.closest("button.chip");
  if (chip) trigger("select", { ...chip.dataset });
  if (!event.target.closest("button.mode")) return;
  const dark = document.body.classList.toggle("dark");
  localStorage.setItem("fieldnote-theme", dark ? "dark" : "light");
  say();
});
watch("value", say);
say();
// What is typed and not yet sent survives a reload.
document.addEventListener("input", (event) => {
  const box = event.target.closest?.(".box");
  if (!box) return;
  sessionStorage.setItem("fieldnote-draft-" + box.id, event.target.value);
  window.fieldnoteSent = null;
});
const send = (event) => {
  const box = event.target.closest?.(".box");
  if (box) window.fieldnoteSent = box.id; // until the page is left: what no server has taken is put back then
};
document.addEventListener("keydown", (event) => event.key === "Enter" && !event.shiftKey && send(event), true);
document.addEventListener("click", (event) => event.target.closest?.(".box button") && send(event), true);
document.addEventListener("click", (event) => {
  if (event.target.closest?.("button.print")) print();
});
// The browser's back button leads to the view before. Which view is open stands behind the address's #.
const VIEWS = ["start", "ask", "interview", "report", "compare", "library", "mine"];
const open = () => document.querySelector("#views [role=tab][aria-selected=true]")?.dataset.tabId;
function show(view) {
  if (!VIEWS.includes(view) || view === open()) return;
  const tab = document.querySelector(`#views [role=tab][data-tab-id=${view}]`);
  if (tab) return tab.click();
  const name = document.querySelectorAll("#views .tab-container[aria-hidden] button")[VIEWS.indexOf(view)]?.textContent;
  [...document.querySelectorAll("#views .overflow-dropdown button")].find((button) => button.textContent === name)?.click();
}
let view = null; // until the page is ready, nothing is written into the history
new MutationObserver(() => {
  const now = open();
  if (!view || !now || now === view) return;
  view = now;
  if ((location.hash.slice(1) || "start") === now) return;
  const url = new URL(location);
  url.hash = now === "start" ? "" : now;
  history.pushState(null, "", url);
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-selected"] });
addEventListener("popstate", () => show(location.hash.slice(1) || "start"));
// The header says when the server has given back what this browser kept: then a link to a view or an interview opens.
function ready() {
  if (view || !element.querySelector("[data-ready]")) return;
  const wanted = location.hash.slice(1) || (new URLSearchParams(location.search).has("i") ? "interview" : "start");
  view = open() || "start";
  if (view === "start") show(wanted); // else the person was faster
}
watch("value", ready);
