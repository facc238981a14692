// What is known so far: a pressed option reaches Python; a topic that was opened stays open when the panel is drawn anew.
const opened = new Set();
element.addEventListener("click", (event) => {
  const chip = event.target.closest("button.chip");
  if (chip && element.contains(chip)) trigger("select", { ...chip.dataset });
});
element.addEventListener("toggle", (event) => {
  const topic = event.target.dataset?.topic;
  if (topic) opened[event.target.open ? "add" : "delete"](topic);
}, true);
watch("value", () => element.querySelectorAll("details[data-topic]").forEach((topic) => {
  if (opened.has(topic.dataset.topic)) topic.open = true;
}));
