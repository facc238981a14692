// A pressed chip reaches Python as a `select` event with what its data-* attributes say.
element.addEventListener("click", (event) => {
  const chip = event.target.closest("button.chip");
  if (chip && element.contains(chip)) trigger("select", { ...chip.dataset });
});
