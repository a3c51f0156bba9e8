import { quote } from '../../internal.js'
import { dataOf } from '../directory/directory-org.js'
import { addAt, addInvalid, type JsonObject } from '../json/json-object.js'
import type { Groups } from './group-org.js'

/** The kinds of entities that are of an org. */
type Kind = 'group' | 'user'

/** A group or a user of a catalog, with its own id. */
interface Entity {
  readonly kind: Kind
  readonly id: string
  readonly namespace: string
  readonly object: JsonObject
}

const DEFAULT = 'default'

/** The groups and users among the entities of a catalog. */
export function addEntities(objects: readonly JsonObject[], groups: Groups): void {
  const catalog = new Catalog()
  const entities = objects.flatMap((object) => catalog.add(object) ?? [])
  for (const entity of entities) addEntity(entity, groups)
  // What users state of themselves comes first.
  for (const kind of ['user', 'group'] as const) {
    for (const entity of entities) if (entity.kind === kind) addRelations(entity, catalog, groups)
  }
}

/** The ids of entities by their references, which are compared without case. */
class Catalog {
  readonly #ids = new Map<string, string>()

  /** The entity that an object is; `undefined` for one of another kind, and with an issue for one without a name. */
  add(object: JsonObject): Entity | undefined {
    const given = object.text('kind')
    if (given === undefined) {
      if (object.field('kind') === undefined) addNoEntity(object)
      return undefined
    }
    const kind = kindOf(given)
    if (kind === undefined) return undefined
    const metadata = object.object('metadata')
    const name = metadata?.text('name')
    const namespace = metadata?.text('namespace') ?? DEFAULT
    if (name === undefined) {
      if (metadata?.field('name') === undefined) {
        addAt(object.document, 'MISSING_ID', object.path, {
          message: 'the entity has no metadata.name',
          suggestion: 'Give each entity a name: it identifies the entity.',
        })
      }
      return undefined
    }
    const id = this.idOf(kind, namespace, name)
    const { issues, tree } = object.document
    if (id.length <= issues.limits.idLength) return { kind, id, namespace, object }
    issues.exceeded('idLength', { path: object.path, ...tree.placeAt(object.path, 'value') })
    return undefined
  }

  /** The id of an entity: its name, or `namespace/name` outside of the namespace `default`. The first spelling is used. */
  idOf(kind: Kind, namespace: string, name: string): string {
    const reference = `${kind}:${namespace}/${name}`.toLowerCase()
    const id = this.#ids.get(reference) ?? (isDefault(namespace) ? name : `${namespace}/${name}`)
    this.#ids.set(reference, id)
    return id
  }
}

function isDefault(namespace: string): boolean {
  return namespace.toLowerCase() === DEFAULT
}

function kindOf(text: string): Kind | undefined {
  const kind = text.toLowerCase()
  return kind === 'group' || kind === 'user' ? kind : undefined
}

function addNoEntity(object: JsonObject): void {
  addAt(object.document, 'INVALID_DOCUMENT', object.path, {
    message: 'the object has no kind, as every entity has',
    suggestion: 'Pass the entities of a catalog, such as those of its API.',
  })
}

function addEntity({ kind, id, object }: Entity, groups: Groups): void {
  const { path } = object
  const metadata = object.object('metadata')
  const spec = object.object('spec')
  const profile = spec?.object('profile')
  const name = profile?.text('displayName') ?? metadata?.text('title')
  if (kind === 'group') {
    const note = metadata?.text('description')
    groups.addGroup({ id, path, title: name ?? metadata?.text('name'), kind: spec?.text('type'), note })
    return
  }
  groups.addUser({
    id,
    path,
    manager: undefined,
    statedManager: undefined,
    dotted: [],
    job: undefined,
    person: name ?? metadata?.text('name'),
    email: () => profile?.text('email'),
    data: dataOf(object),
  })
}

function addRelations(entity: Entity, catalog: Catalog, groups: Groups): void {
  const { kind, id, object } = entity
  const spec = object.object('spec')
  if (spec === undefined) return
  if (kind === 'user') {
    for (const { id: group } of references(entity, spec, 'memberOf', 'group', catalog))
      groups.addMember(group, id)
    return
  }
  for (const { id: whole, path } of references(entity, spec, 'parent', 'group', catalog))
    groups.addPart(id, whole, path)
  for (const { id: part, path } of references(entity, spec, 'children', 'group', catalog))
    groups.addPart(part, id, path)
  for (const { id: member, path } of references(entity, spec, 'members', 'user', catalog)) {
    groups.addMember(id, member, () => ({
      id: member,
      path,
      manager: undefined,
      statedManager: undefined,
      dotted: [],
      job: undefined,
      person: undefined,
      email: () => undefined,
      data: {},
    }))
  }
}

/** The entities that a field refers to: one, or a list. There is an issue for what is no reference to the kind. */
function references(
  { namespace: own }: Entity,
  spec: JsonObject,
  field: string,
  kind: Kind,
  catalog: Catalog,
): readonly { readonly id: string; readonly path: JsonObject['path'] }[] {
  const given = spec.field(field)
  if (given === undefined) return []
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  const { document } = spec
  return list.flatMap((item, index) => {
    const path = Array.isArray(given) ? [...spec.pathOf(field), index] : spec.pathOf(field)
    const match = typeof item === 'string' ? REFERENCE.exec(item) : null
    if (match === null || (match.at(1) ?? kind).toLowerCase() !== kind) {
      addInvalid(document, path, item, `a reference to a ${kind}, such as ${quote(`${kind}:default/name`)}`)
      return []
    }
    const id = catalog.idOf(kind, match.at(2) ?? own, match[3])
    if (id.length <= document.issues.limits.idLength) return { id, path }
    document.issues.exceeded('idLength', { path, ...document.tree.placeAt(path, 'value') })
    return []
  })
}

/** `[kind:][namespace/]name`. */
const REFERENCE = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/
