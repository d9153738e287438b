/** What a control that reports something holds now. */

export function property(event: Event, name: 'value' | 'checked' | 'selectedIndex'): unknown {
  const control: object | null = event.currentTarget;
  return control === null ? undefined : Reflect.get(control, name);
}
