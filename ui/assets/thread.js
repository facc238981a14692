// A conversation: the newest message comes into view, the box keeps the focus, an earlier answer can be changed in place.
const log = () => element.querySelector(".thread");
const room = () => element.closest(".room");

// While an answer is written the thread is drawn anew with every piece: it stays where it was, and a new message alone
// moves it. What is read out is the newest answer, once, when it is whole; nothing when the page has just been opened.
let before = {}, top = 0, spoken = null;
const voice = document.body.appendChild(Object.assign(document.createElement("div"), { className: "voice" }));
voice.setAttribute("aria-live", "polite");

function settle() {
  const box = log();
  if (!box) return (before = {});
  const mine = [...box.querySelectorAll(".msg.mine")];
  const theirs = [...box.querySelectorAll(".msg.theirs:not(.wait):not(.coming)")];
  const last = mine.at(-1) || box.querySelector(".msg:last-child");
  const now = { mine: mine.length, theirs: theirs.length, writing: Boolean(box.querySelector(".coming")) };
  const same = now.mine === before.mine && (now.writing || before.writing || now.theirs === before.theirs);
  if (same) box.scrollTop = top;
  else if (last) box.scrollTop = Math.max(0, last.offsetTop - box.offsetTop - 12);
  before = now;
  speak(theirs.at(-1));
  focus();
}

function speak(message) {
  const key = message?.id;
  if (key && spoken !== null && key !== spoken) voice.textContent = message.querySelector(".body").innerText;
  spoken = key || spoken || "";
}

function focus() {
  const typed = room()?.querySelector(".box textarea");
  const here = document.activeElement;
  const free = !here || here === document.body || room()?.querySelector(".acts")?.contains(here);
  if (typed && free && matchMedia("(pointer: fine)").matches) typed.focus({ preventScroll: true });
}
element.addEventListener("scroll", (event) => (top = event.target.scrollTop), true);
watch("value", settle);
settle();

// What was typed and not sent before a reload is put back when this conversation is shown, and again where the server,
// slow to tell what it has, empties the box after that. What was sent is forgotten.
const key = (box) => "fieldnote-draft-" + box.id;
function restore() {
  const box = room()?.querySelector(".box");
  const area = box?.querySelector("textarea");
  if (!area || area.value) return;
  const draft = sessionStorage.getItem(key(box));
  if (window.fieldnoteSent === box.id) {
    sessionStorage.removeItem(key(box));
    window.fieldnoteSent = null;
  } else if (draft) {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, draft);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
setTimeout(restore, 50);
watch("value", () => setTimeout(restore, 150));

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
