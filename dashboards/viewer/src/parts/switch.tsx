// A switch that shows what the hub says, not what was clicked: it moves when the hub has obeyed.
interface SwitchProps {
  label: string;
  on: boolean;
  disabled: boolean;
  change: (on: boolean) => void;
}

export function Switch({ label, on, disabled, change }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => change(!on)}
    >
      <span>{label}</span>
      <span class="switch-track" aria-hidden="true">
        <span class="switch-knob" />
      </span>
    </button>
  );
}
