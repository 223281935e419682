import { z } from 'zod';
import type { Course } from './course.ts';
import { Figures, figuresOf, type Norm } from './figures.ts';

/** A part of the visitors under its key: a day, an hour, a letter, a counter, or how they came. */
const Part = z.strictObject({ key: z.string(), figures: Figures });

/** The figures of a period: of everybody, and in parts. Parts without visitors are left out. */
export const StatisticsReport = z.strictObject({
  total: Figures,
  /** By the day of the ticket, YYYY-MM-DD. */
  day: z.array(Part),
  /** By the hour of arrival, 00 to 23. */
  hour: z.array(Part),
  /** By the group for which the visitor was first called, or of who never was, his last. */
  group: z.array(Part),
  /**
   * Wait and norm at the counter of the first call, walking and service where they were, the end at the last counter. A
   * visitor who was sent on counts at each of his counters: together they can have more visitors than the total.
   */
  counter: z.array(Part),
  /** appointment or walkIn. */
  kind: z.array(Part),
});
export type StatisticsReport = z.infer<typeof StatisticsReport>;

/** The report of these visitors against these norms. */
export function reportOf(courses: readonly Course[], norms: readonly Norm[]): StatisticsReport {
  const parts = (keyOf: (course: Course) => string) => partsOf(Map.groupBy(courses, keyOf), norms);
  return {
    total: figuresOf(courses, norms),
    day: parts(({ day }) => day),
    hour: parts(({ hour }) => String(hour).padStart(2, '0')),
    group: parts(({ group }) => group),
    counter: partsOf(byCounter(courses), norms),
    kind: parts(({ isAppointment }) => (isAppointment ? 'appointment' : 'walkIn')),
  };
}

function partsOf(
  courses: ReadonlyMap<string, readonly Course[]>,
  norms: readonly Norm[],
): StatisticsReport['day'] {
  return [...courses]
    .map(([key, of]) => ({ key, figures: figuresOf(of, norms) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Who was never at a counter is left out. */
function byCounter(courses: readonly Course[]): Map<string, Course[]> {
  const parts = courses.flatMap((course) => {
    const counters = new Set([...course.walks, ...course.services].map(({ counter }) => counter));
    if (course.counter !== null) counters.add(course.counter);
    return [...counters].map((counter) => ({ counter, course: partAt(course, counter) }));
  });
  const grouped = Map.groupBy(parts, ({ counter }) => String(counter).padStart(2, '0'));
  return new Map([...grouped].map(([key, of]) => [key, of.map(({ course }) => course)]));
}

function partAt(course: Course, counter: number): Course {
  const isFirst = course.counter === counter;
  return {
    ...course,
    walks: course.walks.filter((walk) => walk.counter === counter),
    services: course.services.filter((service) => service.counter === counter),
    waitingSeconds: isFirst ? course.waitingSeconds : null,
    dueSeconds: isFirst ? course.dueSeconds : null,
    end: course.lastCounter === counter ? course.end : 'elsewhere',
  };
}
