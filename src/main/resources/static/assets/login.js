// A link to a task says which one behind its #, which the browser keeps to itself: it comes along with the login.

const to = document.querySelector('input[name=to]');
if (to && !to.value.includes('#')) {
  to.value += location.hash;
}
