// Offers the items that the owner's words speak of, and shows at once what has to be known about the danger of the chosen one, or of
// the one that is offered first. What was said is understood as by the server (SpokenItems).
(() => {
  'use strict';
  const MOST = 4;
  const fault = document.querySelector('[name=fault]');
  const item = document.querySelector('[name=item]');
  const words = document.querySelector('.words');
  const safety = document.querySelector('.chosen');

  let offered = [];

  const tell = () => {
    const first = offered.find(option => option.dataset.danger);
    safety.textContent = (item.value === '' ? first : item.selectedOptions[0])?.dataset.safety ?? '';
    safety.hidden = safety.textContent === '';
  };

  const choose = option => {
    item.value = option.value;
    words.replaceChildren();
    tell();
  };

  const button = option => {
    const choice = document.createElement('button');
    choice.type = 'button';
    choice.className = 'word';
    choice.textContent = option.dataset.name;
    choice.addEventListener('click', () => choose(option));
    return choice;
  };

  const options = [...item.options].filter(option => option.value !== '').map(option => ({option, words: option.dataset.words.split('、')}));

  /** "…" in a word stands for a few characters of one sentence. */
  const pattern = word => new RegExp(word.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^。！？!?\\n]{0,8}?'));
  const patterns = new Map(options.flatMap(({words}) => words).map(word => [word, pattern(word)]));

  /** The items by their words in what was typed: dangers first, then by the longest word; a word within a longer one says nothing. */
  const spoken = () => {
    const found = new Map([...patterns].map(([word, one]) => [word, fault.value.match(one)?.[0]]).filter(([, part]) => part));
    const whole = part => [...found.values()].every(other => other.length <= part.length || !other.includes(part));
    const fit = words => Math.max(0, ...words.filter(word => found.has(word) && whole(found.get(word)))
      .map(word => word.replaceAll('…', '').length));
    return options.map(({option, words}) => [option, fit(words)]).filter(([, length]) => length > 0)
      .sort(([a, fitA], [b, fitB]) => Boolean(b.dataset.danger) - Boolean(a.dataset.danger) || fitB - fitA).map(([option]) => option);
  };

  const offer = () => {
    offered = spoken().slice(0, MOST);
    words.replaceChildren(...(item.value === '' && offered.length > 0 ? ['是不是：', ...offered.map(button)] : []));
    tell();
  };

  fault.addEventListener('input', offer);
  item.addEventListener('change', offer);
  offer();
})();
