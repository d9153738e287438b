/**
 * `junit.xml`: a suite a submission, a case a question, in the form that Jenkins, GitLab and the Maven Surefire schema
 * share: https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd. What waits for a person is
 * skipped, what is not fully right a failure; an error is what the machine could not check, and a submission that cannot
 * be graded at all: that has a single case.
 */

import { type FinalGrade, type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { plainText } from '../../core/plainText.ts';
import { brief, printable } from '../../core/printable.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { escapeHtml } from '../../typeset/escape.ts';
import { SUBMISSION_WORDS, outcomeOf, pointsText, remarksOf } from '../words.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly outcome: Outcome;
  readonly markup: string;
}

export function junitReport(grades: readonly FinalGrade[], set: TaskSet): string {
  const suites = grades.map((grade) => suite(grade, set));
  const all = suites.flatMap(({ cases }) => cases);
  const head = `<testsuites name="${xml(set.title)}" ${counts(all)}>`;
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', head];
  return `${[...lines, ...suites.map(({ markup }) => markup), '</testsuites>'].join('\n')}\n`;
}

function suite(grade: FinalGrade, set: TaskSet) {
  const name = xml(brief(grade.submission, 200));
  const cases =
    grade.standing === 'not-gradable' ? [wholeOf(grade, name)] : casesOf(grade, set, name);
  const properties = [
    ...(grade.standing === 'final' ? [['points', pointsText(grade.points)]] : []),
    ['maxPoints', pointsText(grade.maxPoints)],
    ['state', grade.standing],
    ['cause', grade.record.cause],
  ].map(([key, value]) => `<property name="${key}" value="${value}"/>`);
  const markup = `  <testsuite name="${name}" ${counts(cases)}>
    <properties>${properties.join('')}</properties>
${cases.map((each) => each.markup).join('\n')}
  </testsuite>`;
  return { cases, markup };
}

function casesOf({ questions }: FinalGrade, set: TaskSet, suiteName: string): Case[] {
  return questionsOf(set).flatMap(({ id, title }) => {
    const graded = questions.get(id);
    return graded === undefined ? [] : [caseOf(graded, `${id} ${plainText(title)}`, suiteName)];
  });
}

/** Of a submission about whose questions nothing is known. */
function wholeOf({ record: { cause, reason = '' } }: FinalGrade, suiteName: string): Case {
  const message = xml(`The submission ${SUBMISSION_WORDS[cause]}.`);
  const inner = `<error message="${message}" type="${cause}">${xml(brief(reason, LONGEST))}</error>`;
  return { outcome: 'error', markup: testCase('submission', suiteName, inner) };
}

const testCase = (title: string, suiteName: string, inner: string): string =>
  `    <testcase name="${xml(title)}" classname="${suiteName}" time="0">${inner}</testcase>`;

function counts(cases: readonly Case[]): string {
  const count = (outcome: Outcome): number =>
    cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="0"`;
}

function caseOf(graded: FinalQuestion, title: string, suiteName: string): Case {
  const outcome = outcomeIn(graded);
  const { words } = outcomeOf(graded);
  const most = pointsText(graded.maxPoints);
  const points = graded.settled ? `: ${pointsText(graded.points)} of ${most}` : `; ${most} open`;
  const message = `message="${xml(`${words}${points}`)}"`;
  const text = xml(plainText(remarksOf(graded).join('\n').slice(0, LONGEST)));
  const inner = {
    passed: '',
    skipped: `<skipped ${message}/>`,
    failure: `<failure ${message} type="${graded.verdict}">${text}</failure>`,
    error: `<error ${message} type="${graded.cause}">${text}</error>`,
  }[outcome];
  return { outcome, markup: testCase(title, suiteName, inner) };
}

function outcomeIn({ settled, points, maxPoints, cause }: FinalQuestion): Outcome {
  if (settled) return points >= maxPoints ? 'passed' : 'failure';
  return cause === 'internal' ? 'error' : 'skipped';
}

const LONGEST = 10_000;

/** XML 1.0 has no word for some signs at all: none is left that is not printable, nor the two that are no characters. */
const xml = (text: string): string =>
  escapeHtml(printable(text).replace(/[\ufffe\uffff]/g, '\ufffd'));
