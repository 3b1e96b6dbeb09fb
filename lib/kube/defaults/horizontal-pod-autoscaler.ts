import type {
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  HPAScalingRules,
  MetricSpec,
} from '../api/horizontal-pod-autoscaler';

const CPU_SHARE: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};
const SCALE_UP: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
/** How long it waits before it scales down is a setting of the whole cluster. */
const SCALE_DOWN: HPAScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

/** An autoscaler's spec with the fields that the API server fills in. */
export function autoscalerSpecDefaults(
  spec: Partial<HorizontalPodAutoscalerSpec>,
): Partial<HorizontalPodAutoscalerSpec> {
  const { behavior, metrics = [], minReplicas = 1 } = spec;
  return {
    ...spec,
    minReplicas,
    metrics: metrics.length > 0 ? metrics : [CPU_SHARE],
    ...(behavior && { behavior: behaviorDefaults(behavior) }),
  };
}

/** Where one direction is described, or none, both are filled in. */
function behaviorDefaults({ scaleDown, scaleUp }: HorizontalPodAutoscalerBehavior): HorizontalPodAutoscalerBehavior {
  return { scaleUp: { ...SCALE_UP, ...scaleUp }, scaleDown: { ...SCALE_DOWN, ...scaleDown } };
}
