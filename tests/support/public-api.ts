import ts from 'typescript'
import { exportedSymbols } from '../../scripts/public-names.js'

/**
 * The public API as text: under each entry its exports in alphabetical order, each as a declaration without
 * comments and bodies. What changes here changes for users.
 */
export function publicApi(): string {
  const { checker, byEntry } = exportedSymbols()
  return [...byEntry]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, exported]) => {
      const declarations = exported
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((symbol) => declarationOf(symbol, checker))
      return `# ${name}\n\n${declarations.join('\n')}\n`
    })
    .join('\n')
}

const printer = ts.createPrinter({ removeComments: true })

function declarationOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const renamed = target.name === symbol.name ? '' : ` as ${symbol.name}`
  return (target.declarations ?? []).map((declaration) => textOf(declaration, checker) + renamed).join('\n')
}

function textOf(declaration: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isVariableDeclaration(declaration)) {
    const type = checker.typeToString(
      checker.getTypeAtLocation(declaration),
      undefined,
      ts.TypeFormatFlags.NoTruncation,
    )
    return `const ${declaration.name.getText()}: ${type}`
  }
  return printer
    .printNode(ts.EmitHint.Unspecified, withoutBodies(declaration), declaration.getSourceFile())
    .replace(/^export /, '')
    .replaceAll(/;$/gm, '')
}

/** A function without its body, a class without its private members and the bodies of the others. */
function withoutBodies(declaration: ts.Declaration): ts.Node {
  const { factory } = ts
  if (ts.isFunctionDeclaration(declaration)) {
    const { modifiers, name, typeParameters, parameters, type } = declaration
    return factory.createFunctionDeclaration(
      modifiers,
      undefined,
      name,
      typeParameters,
      parameters.map(withoutDefault),
      type,
      undefined,
    )
  }
  if (ts.isClassDeclaration(declaration)) {
    const { modifiers, name, typeParameters, heritageClauses, members } = declaration
    const seen = members.filter((member) => member.name === undefined || !ts.isPrivateIdentifier(member.name))
    return factory.createClassDeclaration(
      modifiers,
      name,
      typeParameters,
      heritageClauses,
      seen.map((member) => {
        if (ts.isConstructorDeclaration(member)) {
          return factory.createConstructorDeclaration(member.modifiers, member.parameters, undefined)
        }
        if (ts.isMethodDeclaration(member)) {
          return factory.createMethodDeclaration(
            member.modifiers,
            undefined,
            member.name,
            undefined,
            member.typeParameters,
            member.parameters,
            member.type,
            undefined,
          )
        }
        return member
      }),
    )
  }
  return declaration
}

/** Declarations cannot have defaults: a parameter with one becomes optional. */
function withoutDefault(parameter: ts.ParameterDeclaration): ts.ParameterDeclaration {
  const { modifiers, dotDotDotToken, name, questionToken, type, initializer } = parameter
  const optional =
    initializer === undefined ? questionToken : ts.factory.createToken(ts.SyntaxKind.QuestionToken)
  return ts.factory.createParameterDeclaration(modifiers, dotDotDotToken, name, optional, type, undefined)
}
