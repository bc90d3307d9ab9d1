// Offers the items that the owner's words speak of, and shows at once what has to be known about the danger of the chosen one.
(() => {
  'use strict';
  const MOST = 4;
  const fault = document.querySelector('[name=fault]');
  const item = document.querySelector('[name=item]');
  const words = document.querySelector('.words');
  const safety = document.querySelector('.chosen');

  const tell = () => {
    safety.textContent = item.selectedOptions[0]?.dataset.safety ?? '';
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

  /** How much of what was typed the words of an item cover: the longest one that stands in it. */
  const fit = option => Math.max(0, ...option.dataset.words.split('、')
    .filter(word => word !== '' && fault.value.includes(word)).map(word => word.length));

  const offer = () => {
    const found = [...item.options].filter(option => option.value !== '').map(option => [fit(option), option])
      .filter(([length]) => length > 0).sort(([a], [b]) => b - a).slice(0, MOST).map(([, option]) => option);
    words.replaceChildren(...(item.value === '' && found.length > 0 ? ['是不是：', ...found.map(button)] : []));
  };

  fault.addEventListener('input', offer);
  item.addEventListener('change', () => {
    offer();
    tell();
  });
  offer();
  tell();
})();
