/**
 * Sorts the table of students by a click on a column's head. The only script of the pages: the policy of the page lets
 * nothing run but this very text, by its hash. Without it the table stands in the order in which it was made.
 */

export const SORTING = `'use strict';
for (const button of document.querySelectorAll('table.students th button')) {
  button.addEventListener('click', () => {
    const head = button.closest('th');
    const table = head.closest('table');
    const column = [...head.parentElement.children].indexOf(head);
    const isUp = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
    const keyOf = (row) => row.children[column].dataset.key ?? row.children[column].textContent;
    const number = (key) => key.trim() === '' ? -Infinity : Number(key);
    const compare = (a, b) => {
      const [x, y] = [number(a), number(b)];
      if (!Number.isNaN(x) && !Number.isNaN(y)) return x === y ? 0 : x < y ? -1 : 1;
      return a.localeCompare(b);
    };
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) => (isUp ? 1 : -1) * compare(keyOf(a), keyOf(b)));
    body.append(...rows);
  });
}
`;

/** Of that text: SHA-256 in base64, as a content security policy wants it. */
export const SORTING_HASH = 'sha256-9ytPO52jmNVfckjoCRHm2cnOtPRPrnSGD09ER/MEu74=';
