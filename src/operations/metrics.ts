import { Counter, Gauge, Registry } from 'prom-client';

/** What the service counts; names and labels are documented in the README. */
export interface Metrics {
  readonly webhookAnswered: (status: number) => void;
  readonly evaluated: (because: string) => void;
  readonly effectSettled: (kind: string, state: string) => void;
  readonly swept: (effects: number, released: boolean) => void;
  readonly render: () => Promise<string>;
  readonly contentType: string;
}

/** Figures that are read when somebody asks. */
export interface Gauges {
  readonly openDeliveries: number;
  readonly parkedDeliveries: number;
  readonly openEffects: number;
  readonly parkedEffects: number;
  readonly stopped: boolean;
  readonly lookWaiting: number;
}

export function openMetrics(read: () => Promise<Gauges>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name: `reglament_${name}`, help, labelNames: [...labelNames], registers });
  const webhooks = counter('webhooks_total', 'Webhook calls by answered status', ['status']);
  const evaluations = counter('evaluations_total', 'Looks at tickets by what set them off', ['because']);
  const effects = counter('effects_total', 'Effects by kind and how they were settled', ['kind', 'state']);
  const runs = counter('sweep_runs_total', 'Sweeps, by whether the fuse let them act', ['released']);
  const gauge = (name: string, help: string, value: (gauges: Gauges) => number) =>
    new Gauge({
      name: `reglament_${name}`,
      help,
      registers,
      async collect() {
        this.set(value(await read()));
      },
    });
  gauge('deliveries_open', 'Deliveries that wait to be worked on', ({ openDeliveries }) => openDeliveries);
  gauge(
    'deliveries_parked',
    'Deliveries that a person must look at',
    ({ parkedDeliveries }) => parkedDeliveries,
  );
  gauge('effects_open', 'Effects that are owed to Jira', ({ openEffects }) => openEffects);
  gauge('effects_parked', 'Effects that a person must look at', ({ parkedEffects }) => parkedEffects);
  gauge('stopped', '1 while the kill switch is on', ({ stopped }) => (stopped ? 1 : 0));
  gauge(
    'look_waiting',
    'Closed requests whose message nobody has read for 4 business hours',
    ({ lookWaiting }) => lookWaiting,
  );
  gauge('resident_memory_bytes', 'Resident memory of the process', () => process.memoryUsage.rss());
  return {
    webhookAnswered: (status) => webhooks.inc({ status: String(status) }),
    evaluated: (because) => evaluations.inc({ because }),
    effectSettled: (kind, state) => effects.inc({ kind, state }),
    swept: (_, released) => runs.inc({ released: String(released) }),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
