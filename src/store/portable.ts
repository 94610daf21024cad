import { type KyselyPlugin, OperationNodeTransformer, type PrimitiveValueListNode, type ValueNode } from "kysely";

/**
 * Refuses values that the two databases would keep differently: node:sqlite takes a Date without a word and stores null.
 * Throws a TypeError before anything is sent.
 */
export const portableValues = (): KyselyPlugin => {
  const values = new PortableValues();
  return {
    transformQuery: ({ node, queryId }) => values.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
};

class PortableValues extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    assertPortable(node.value);
    return node;
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    node.values.forEach(assertPortable);
    return node;
  }
}

function assertPortable(value: unknown): void {
  if (value === null || typeof value === "string" || Number.isSafeInteger(value)) return;
  throw new TypeError(`Not a portable value: ${Object.prototype.toString.call(value)} ${String(value)}`);
}

/** Free text as both databases take it: PostgreSQL has no NUL. */
export const plain = (text: string): string => text.toWellFormed().replaceAll("\0", "").slice(0, 500);
