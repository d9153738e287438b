/** The README as it stands in the package: for those who use Exambench, without what only the project's folder has. */

const FOR_USERS = ['For students', 'For instructors'];

/** @param readme of the project */
export function packageReadme(readme: string): string {
  const [introduction = '', ...sections] = readme.split(/^(?=## )/m);
  const wanted = sections.filter((section) =>
    FOR_USERS.some((title) => section.startsWith(`## ${title}\n`)),
  );
  return [introduction, ...wanted].map(withoutProject).join('');
}

/** Pictures, and rows of pictures, go; of links into the project their text stays. */
function withoutProject(text: string): string {
  return text
    .replaceAll(/^\|[^\n]*\n(?=\| -)/gm, '')
    .replaceAll(/^\| -[^\n]*\n/gm, '')
    .replaceAll(/^!\[[^\]]*\]\([^)]*\)\n/gm, '')
    .replaceAll(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1')
    .replaceAll(/\n{3,}/g, '\n\n');
}
