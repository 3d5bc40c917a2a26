import type { Values } from "../../../../provider/values";
import type { Kind } from "./kind";
import { type DnsRecord, tellOfAddress } from "./world";

interface RecordArgs {
  readonly zoneId: string;
  readonly name: string;
  readonly type: string;
  readonly records?: readonly string[];
  readonly setIdentifier?: string;
}

export const record: Kind = {
  replacedBy: ["name", "setIdentifier", "zoneId"],

  check({ aliases, records, ttl }: Values) {
    if (aliases !== undefined && records !== undefined) return ["aliases conflicts with records"];
    if (aliases !== undefined && ttl !== undefined) return ["aliases conflicts with ttl"];
    if (aliases === undefined && (records === undefined || ttl === undefined)) {
      return ["a record has aliases, or else records and ttl"];
    }
    return [];
  },

  create({ inputs }, world) {
    const made = recordOf(inputs);
    const { zoneId, fqdn, type, setIdentifier } = made;
    const isTaken = [...world.records.values()].some((other) => isSame(made, other));
    if (isTaken && inputs["allowOverwrite"] !== true) {
      throw new Error(
        `InvalidChangeBatch: [Tried to create resource record set [name='${fqdn}.', type='${type}'] but it already exists]`,
      );
    }
    const id = [zoneId, fqdn, type, ...(setIdentifier === undefined ? [] : [setIdentifier])].join("_");
    world.records.set(id, made);
    tellOfAddress(world, made);
    return { id, outputs: { ...inputs, fqdn } };
  },

  update(id, inputs, world) {
    const changed = recordOf(inputs);
    world.records.set(id, changed);
    tellOfAddress(world, changed);
    return {};
  },

  delete(id, _held, world) {
    const gone = world.records.get(id);
    world.records.delete(id);
    if (gone) tellOfAddress(world, gone);
  },
};

function recordOf(inputs: Values): DnsRecord {
  const { zoneId, name, type, setIdentifier, records = [] } = inputs as unknown as RecordArgs;
  // DNS doesn't tell capitals from small letters, nor a name from the same with a dot at its end.
  return { zoneId, fqdn: name.toLowerCase().replace(/\.$/, ""), type, setIdentifier, values: records };
}

function isSame(one: DnsRecord, other: DnsRecord): boolean {
  return (["zoneId", "fqdn", "type", "setIdentifier"] as const).every((key) => one[key] === other[key]);
}
