// A form that is on its way is not sent a second time by an impatient press. Without this script the server sees to it.

const forms = [...document.querySelectorAll('main form[method=post]')];

function disable(form, disabled) {
  form.querySelectorAll('button').forEach(button => { button.disabled = disabled; });
}

// not before the browser has read the form: a disabled button's value is not sent
forms.forEach(form => form.addEventListener('submit', () => setTimeout(() => disable(form, true))));

// whoever comes back by the browser's button finds the page as it was left
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) forms.forEach(form => disable(form, false));
});
