// A conversation: the newest message comes into view, the box keeps the focus, an earlier answer can be changed in place.
const log = () => element.querySelector(".thread");
const room = () => element.closest(".room");

function settle() {
  const box = log();
  if (!box) return;
  const last = [...box.querySelectorAll(".msg.mine")].pop() || box.querySelector(".msg:last-child");
  if (last) box.scrollTop = Math.max(0, last.offsetTop - box.offsetTop - 12);
  const typed = room()?.querySelector(".box textarea");
  const here = document.activeElement;
  const free = !here || here === document.body || room()?.querySelector(".acts")?.contains(here);
  if (typed && free && matchMedia("(pointer: fine)").matches) typed.focus({ preventScroll: true });
}
watch("value", settle);
settle();

// What was typed and not sent before a reload is put back, once, when this conversation is first shown.
const key = (box) => "fieldnote-draft-" + box.id;
let restored = false;
function restore() {
  const box = room()?.querySelector(".box");
  const area = box?.querySelector("textarea");
  if (!area || restored) return;
  restored = true;
  const draft = sessionStorage.getItem(key(box));
  if (!draft || area.value) return;
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, draft);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
function sent() {
  const box = room()?.querySelector(".box");
  if (restored && box && !box.querySelector("textarea")?.value) sessionStorage.removeItem(key(box));
}
setTimeout(restore, 50);
watch("value", () => setTimeout(() => (restored ? sent() : restore()), 150));

element.addEventListener("click", (event) => {
  const button = event.target.closest("button.edit");
  if (!button) return;
  const message = button.closest(".msg");
  const body = message.querySelector(".body");
  const before = body.querySelector(".typed").textContent;
  const form = document.createElement("form");
  form.className = "edit-form";
  const area = Object.assign(document.createElement("textarea"), { value: before, rows: 3 });
  area.setAttribute("aria-label", "Change this answer");
  const save = Object.assign(document.createElement("button"), { textContent: "Save", className: "quiet" });
  const cancel = Object.assign(document.createElement("button"), { type: "button", textContent: "Leave as it was", className: "quiet" });
  form.append(area, save, cancel);
  const close = () => { form.remove(); body.hidden = button.hidden = false; };
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const text = area.value.trim();
    close();
    if (text && text !== before) trigger("input", { message: button.dataset.message, text });
  });
  cancel.addEventListener("click", close);
  body.hidden = button.hidden = true;
  message.append(form);
  area.focus();
});
