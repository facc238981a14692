// Light or dark: what the person chose last, else what the system says.
const button = element.querySelector(".mode");
const say = () => {
  const dark = document.body.classList.contains("dark");
  button.textContent = dark ? "Light" : "Dark";
  button.setAttribute("aria-label", dark ? "Use the light theme" : "Use the dark theme");
};
const chosen = localStorage.getItem("fieldnote-theme");
if (chosen && !new URLSearchParams(location.search).has("__theme")) document.body.classList.toggle("dark", chosen === "dark");
button.addEventListener("click", () => {
  const dark = document.body.classList.toggle("dark");
  localStorage.setItem("fieldnote-theme", dark ? "dark" : "light");
  say();
});
say();
// What is typed and not yet sent survives a reload.
document.addEventListener("input", (event) => {
  const box = event.target.closest?.(".box");
  if (box) sessionStorage.setItem("fieldnote-draft-" + box.id, event.target.value);
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("button.print")) print();
});
