// Terms to learn: turn a card over, say whether you knew it, meet it again when it is due.
import { makeConsent, makeNotice } from "./consent.js";
import { button, count, el, icon, sectionLink, uid } from "./dom.js";
import { answered, day, validCard, whenDue } from "./leitner.js";
import { makeStore } from "./store.js";
import { makeWork } from "./work.js";

const WAYS = [["en-nl", "English → Dutch"], ["nl-en", "Dutch → English"], ["term", "Term → meaning"]];

function render({ model, el: host }) {
  const deck = model.get("deck");
  const store = makeStore(deck.course);
  const notice = makeNotice();
  const consent = makeConsent(store);
  const work = makeWork(store, deck.chapter, deck.title);
  const today = () => day();
  let way = "en-nl";
  let round = []; // ids still to be met in this round
  let place = 0;
  let turned = false;
  let tally = { known: new Set(), unknown: new Set() };
  const boxes = new Map(deck.cards.map((card) => [card.id, read(card)]));
  const byId = new Map(deck.cards.map((card) => [card.id, card]));

  function read(card) {
    const found = store.read(`card:${card.id}`, card.hash, validCard);
    if (found.broken) notice.broken();
    return found.record ?? { box: 0, due: today() };
  }

  const dueIds = () => deck.cards.filter((card) => boxes.get(card.id).due <= today()).map((card) => card.id);

  const titleId = uid("cards");
  const top = el("p", { class: "se-card-top" });
  const face = el("div", { class: "se-card-face", "aria-live": "polite" });
  const flip = button("Turn over", "flip", () => turn(), false);
  const unknown = button([icon("wrong"), "Not yet"], "unknown", () => judge(false));
  const known = button([icon("right"), "I knew it"], "known", () => judge(true), false);
  const previous = el("button", { type: "button", class: "se-move se-back", "data-action": "previous", "aria-label": "Previous card", on: { click: () => go(-1) } }, icon("arrow"));
  const next = el("button", { type: "button", class: "se-move", "data-action": "next", "aria-label": "Next card", on: { click: () => go(1) } }, icon("arrow"));
  const actions = el("div", { class: "se-actions se-card-actions" }, flip, unknown, known);
  const card = el("div", { class: "se-card", role: "group", "aria-labelledby": titleId }, top, face, actions, previous, next);
  const end = el("div", { class: "se-card se-card-end", hidden: true, tabindex: "-1" });
  const name = uid("way");
  const ways = el("fieldset", { class: "se-ways" }, el("legend", { class: "se-sr" }, "Which side first"),
    el("span", { class: "se-segments" }, WAYS.map(([value, label]) => el("label", { class: "se-segment" },
      el("input", { type: "radio", name, value, checked: value === way, on: { change: () => { way = value; turned = false; show(); } } }), el("span", {}, label)))));
  const root = el("section", { class: "se-cards", "data-cards": deck.chapter, "aria-labelledby": titleId, on: { keydown: onKey } },
    el("header", { class: "se-cards-head" }, el("h3", { id: titleId }, `Cards: ${deck.title}`), ways),
    notice.node, card, end, consent.node, work.node);

  function start(ids) {
    round = [...ids];
    place = 0;
    turned = false;
    tally = { known: new Set(), unknown: new Set() };
    show();
  }

  const english = (one) => el("span", { lang: "en" }, one.english);
  const dutch = (one) => el("span", { lang: "nl" }, one.dutch);
  const meaning = (one) => el("span", { class: "se-meaning", html: one.definition });

  function sides(one) {
    if (way === "en-nl") return { front: english(one), back: [dutch(one), meaning(one)] };
    if (way === "nl-en") return { front: dutch(one), back: [english(one), meaning(one)] };
    return { front: el("span", {}, english(one), el("small", { lang: "nl" }, one.dutch)), back: [meaning(one)] };
  }

  function show() {
    const finished = place >= round.length;
    card.hidden = finished;
    end.hidden = !finished;
    if (finished) { showEnd(); return; }
    const one = byId.get(round[place]);
    const box = boxes.get(one.id);
    const status = box.box === 0 && !box.at ? "new" : whenDue(box.due, today());
    top.textContent = `Card ${place + 1} of ${round.length} · ${status}`;
    const { front, back } = sides(one);
    face.replaceChildren(el("p", { class: "se-front" }, front));
    if (turned) {
      face.append(el("div", { class: "se-backside" }, back));
      const link = sectionLink(one.section, "Read");
      if (link) face.append(link);
    }
    card.toggleAttribute("data-turned", turned);
    flip.textContent = turned ? "Turn back" : "Turn over";
    flip.classList.toggle("se-quiet", turned);
    known.hidden = unknown.hidden = !turned;
    previous.disabled = place === 0;
    next.disabled = place >= round.length - 1;
  }

  function turn() {
    turned = !turned;
    show();
  }

  function go(by) {
    const to = place + by;
    if (to < 0 || to >= round.length) return;
    place = to;
    turned = false;
    show();
  }

  function judge(knew) {
    const one = byId.get(round[place]);
    // A card may be met twice in a round; what it was the first time counts for the box.
    const again = tally.unknown.has(one.id);
    tally[knew ? "known" : "unknown"].add(one.id);
    const was = boxes.get(one.id);
    const early = was.due > today(); // practised before its time, or turned back to in this round
    const box = knew && (again || early) ? { box: was.box, due: early ? was.due : answered({ box: 0 }, true, today()).due } : answered(was, knew, today());
    boxes.set(one.id, store.write(`card:${one.id}`, { hash: one.hash, chapter: deck.chapter, ...box }));
    if (!knew) round.push(one.id);
    notice.problem(store.problem());
    consent.ask();
    place++;
    turned = false;
    show();
    (place >= round.length ? end : flip).focus();
  }

  function showEnd() {
    const due = dueIds();
    const parts = [];
    const first = [...tally.known].filter((id) => !tally.unknown.has(id)).length;
    const seen = new Set([...tally.known, ...tally.unknown]).size;
    if (seen) {
      parts.push(el("p", { class: "se-card-top" }, "Round done"),
        el("p", { class: "se-front" }, `${first} of ${seen} known at once`));
      if (tally.unknown.size) {
        parts.push(el("p", { class: "se-soft" }, "Look at these again tomorrow:"),
          el("ul", { class: "se-again-list" }, [...tally.unknown].map((id) => el("li", {}, byId.get(id).english, " · ", dutch(byId.get(id))))));
      }
    } else parts.push(el("p", { class: "se-card-top" }, "Nothing due today"), el("p", { class: "se-front" }, "All cards are resting"));
    const soonest = [...boxes.values()].map((box) => box.due).sort()[0];
    parts.push(el("p", { class: "se-soft" }, due.length ? `${count(due.length, "card")} still due today.` : `The next card is ${whenDue(soonest, today())}.`));
    parts.push(el("div", { class: "se-actions se-card-actions" },
      due.length ? button("Go on", "round", () => { start(dueIds()); flip.focus(); }, false) : null,
      button(`Practise all ${deck.cards.length}`, "practise", () => { start(deck.cards.map((one) => one.id)); flip.focus(); })));
    end.replaceChildren(...parts);
  }

  // Arrow keys turn the pages and the card, except where they already mean something (the radios, the file field).
  function onKey(event) {
    if (event.target.matches("input, select, summary") || event.altKey || event.ctrlKey || event.metaKey || card.hidden) return;
    const does = { ArrowLeft: () => go(-1), ArrowRight: () => go(1), ArrowUp: turn, ArrowDown: turn }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  const unsubscribe = store.subscribe((keys) => {
    const changed = deck.cards.filter((one) => keys === null || keys.includes(`card:${one.id}`));
    const before = round[place];
    for (const one of changed) boxes.set(one.id, read(one));
    if (changed.length > 1 || keys === null) start(dueIds());
    else if (changed.length && before === changed[0].id) show();
  });
  start(dueIds());
  host.replaceChildren(root);
  return () => { unsubscribe(); consent.stop(); work.stop(); };
}

export default { render };
