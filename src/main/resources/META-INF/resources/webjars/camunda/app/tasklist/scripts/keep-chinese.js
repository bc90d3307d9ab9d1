const ATTRIBUTES = ['placeholder', 'aria-label', 'title', 'alt'];

/**
 * Replaces fixed English texts inside the elements that match a selector, now and whenever they are rendered anew.
 *
 * Only what is displayed changes: neither Preact nor AngularJS reads its texts back from the page.
 *
 * @param {string} scope selector of the elements to look into; nothing outside is touched
 * @param {(text: string) => string | undefined} chineseFor gets a trimmed text, returns undefined to leave it alone
 */
export function keepChinese(scope, chineseFor) {
  const fixText = node => {
    const chinese = chineseFor(node.data.trim());
    if (chinese !== undefined) node.data = chinese;
  };

  const fixAttributes = element => {
    for (const name of ATTRIBUTES) {
      const chinese = element.hasAttribute(name) ? chineseFor(element.getAttribute(name).trim()) : undefined;
      if (chinese !== undefined) element.setAttribute(name, chinese);
    }
  };

  const fixTree = root => {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = root; node; node = nodes.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) fixText(node);
      if (node.nodeType === Node.ELEMENT_NODE) fixAttributes(node);
    }
  };

  const fix = node => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (element?.closest(scope)) {
      fixTree(node);
    } else if (element === node) {
      element.querySelectorAll(scope).forEach(fixTree);
    }
  };

  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'childList') {
        change.addedNodes.forEach(fix);
      } else if (change.type === 'characterData') {
        fix(change.target);
      } else if (change.target.closest(scope)) {
        fixAttributes(change.target);
      }
    }
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES
  });

  fix(document.body);
}
