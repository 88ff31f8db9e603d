// What scripts add to pages that work without them: suggestions, switches of marks, the live cluster.

// A combobox after ARIA 1.1: an element around the box owns the list, which is announced. Arrows move, Enter takes, Escape
// closes.
function combobox(input, index) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions-" + index;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label") || "");
  list.hidden = true;
  const frame = document.createElement("div");
  frame.className = "combobox";
  const frameAttributes = { role: "combobox", "aria-haspopup": "listbox", "aria-owns": list.id, "aria-controls": list.id, "aria-expanded": "false", "aria-label": input.getAttribute("aria-label") || "" };
  for (const [name, value] of Object.entries(frameAttributes)) frame.setAttribute(name, value);
  const attributes = { "aria-autocomplete": "list", "aria-controls": list.id, autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const hadFocus = document.activeElement === input;
  input.replaceWith(frame);
  frame.append(input, list);
  if (hadFocus) input.focus();
  let chosen = -1;
  let asked = 0;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    frame.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(next) {
    const options = list.children;
    if (!options.length) return;
    if (chosen >= 0) options[chosen].setAttribute("aria-selected", "false");
    chosen = (next + options.length) % options.length;
    options[chosen].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function show(texts) {
    close();
    list.append(...texts.map((text, position) => {
      const option = document.createElement("li");
      option.id = list.id + "-" + position;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        input.value = text;
        input.form.requestSubmit();
      });
      return option;
    }));
    list.hidden = !texts.length;
    frame.setAttribute("aria-expanded", String(texts.length > 0));
  }

  input.addEventListener("input", async () => {
    const mine = ++asked;
    const typed = input.value;
    if (!typed.trim()) return close();
    await new Promise((resolve) => setTimeout(resolve, 80));
    if (mine !== asked) return;
    try {
      const answer = await fetch("/suggest?q=" + encodeURIComponent(typed));
      if (mine === asked && answer.ok) show(await answer.json());
    } catch {
      close();
    }
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") return close();
    else if (event.key === "Enter" && chosen >= 0) {
      input.value = list.children[chosen].textContent;
      return close();
    } else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("[data-suggest]").forEach(combobox);

// Switches of marks act at once, and stand in the address as if the form had been sent. A hidden name is no link.
const marks = document.querySelector("form[data-marks]");
if (marks) {
  const text = document.querySelector("article.text");
  const apply = () => {
    for (const box of marks.querySelectorAll("[type=checkbox]")) text.classList.toggle("off-" + box.value, !box.checked);
    const hidden = text.classList.contains("off-entity");
    for (const link of text.querySelectorAll("a.m-entity")) {
      if (hidden && link.hasAttribute("href")) {
        link.dataset.href = link.getAttribute("href");
        link.removeAttribute("href");
      } else if (!hidden && link.dataset.href) link.setAttribute("href", link.dataset.href);
    }
  };
  marks.querySelector("button").hidden = true;
  marks.addEventListener("change", () => {
    apply();
    const address = new URL(location);
    address.search = new URLSearchParams(new FormData(marks));
    history.replaceState(history.state, "", address);
  });
  apply();
}

// A graph wider than its box shows its middle first, where the heaviest node stands.
for (const graph of document.querySelectorAll(".drawing:has(svg.graph)")) {
  graph.scrollLeft = (graph.scrollWidth - graph.clientWidth) / 2;
}

const cluster = document.querySelector("[data-cluster]");
if (cluster) {
  const source = new EventSource(cluster.dataset.cluster);
  source.addEventListener("message", (message) => {
    const rows = JSON.parse(message.data).map((state) => {
      const row = document.createElement("tr");
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = state.name;
      const status = document.createElement("span");
      status.className = "chip " + state.status;
      status.textContent = cluster.dataset[state.status] || state.status;
      const snapshot = document.createElement("code");
      snapshot.textContent = state.snapshot;
      const cells = [status, String(state.generation), snapshot, state.milliseconds.toLocaleString(document.documentElement.lang)].map((content) => {
        const cell = document.createElement("td");
        cell.append(content);
        return cell;
      });
      row.append(name, ...cells);
      return row;
    });
    cluster.tBodies[0].replaceChildren(...rows);
  });
}
