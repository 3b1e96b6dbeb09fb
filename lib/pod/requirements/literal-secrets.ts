import type { PlacedContainer } from '../../kube/containers';
import type { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import { secretsInHandlers } from '../../kube/secrets/handlers';
import { secretInVariable, secretsInArguments } from '../../kube/secrets/literals';
import type { Said } from './said';

/** No variable, no argument, no probe and no hook has a secret that is written out: whoever reads the repository would have it. */
export function refuseLiteralSecrets(containers: readonly PlacedContainer[], said: Said, list: ProblemList): void {
  const refuse = (field: FieldPath, why: string, instead: string) => {
    if (said.excuses(field.toString())) return;
    const detail = `${why}: ${instead}; if it is none, wrap it in except(value, why)`;
    // Forbidden, since the other classes show the value.
    list.forbidden('literal-secret', field, detail, { ours: true });
  };
  for (const { container, path } of containers) {
    container.env?.forEach(({ name, value = '' }, position) => {
      const why = secretInVariable(name, value);
      if (why !== undefined) refuse(path.child('env').index(position).child('value'), why, 'take it by secretKey()');
    });
    for (const field of ['command', 'args'] as const) {
      for (const [position, why] of secretsInArguments(container[field] ?? [])) {
        refuse(path.child(field).index(position), why, 'put it into a variable and write $(NAME) here');
      }
    }
    for (const [field, why] of secretsInHandlers(container, path)) refuse(field, why, IN_CONTAINER);
  }
}

const IN_CONTAINER = 'let a program in the container read it from a file or a variable';
