import { careerPath, careerPaths, orgFromRecords } from 'rolegraph'

export const careersRolegraph = {
  name: 'rolegraph',
  build: (records) => orgFromRecords(records, { id: 'id', moves: 'moves' }),
  shortestBySteps: (org, from, to) => careerPath(org, from, to)?.roles,
  shortestByYears: (org, from, to) => careerPath(org, from, to, { by: 'years' })?.years?.[0],
  tenBestBySteps: (org, from, to) => count(careerPaths(org, from, to, { limit: 10 })),
  tenBestByYears: (org, from, to) => count(careerPaths(org, from, to, { by: 'years', limit: 10 })),
  countOfPaths: (org, from, to, settings) => count(careerPaths(org, from, to, settings)),
  countOfAllPaths: (org, from, to) => count(careerPaths(org, from, to, { order: 'any' })),
}

function count(paths) {
  let found = 0
  for (const path of paths) found += path.roles.length > 0 ? 1 : 0
  return found
}
