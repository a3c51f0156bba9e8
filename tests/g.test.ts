import { it } from 'vitest'
import { find, orgFromRecords } from 'rolegraph'
import { namesOf } from '../bench/workloads/names.mjs'
it('x', () => {
 const w = namesOf(200000) as any
 for (let k=0;k<4;k++){ const org = orgFromRecords(w.makeInput(), { id: 'id', manager: 'manager', title: 'title' } as any)
 const c = process.cpuUsage(); const t = performance.now(); const n = find(org, 'PMO ANALYST, REGION 7').length; const u=process.cpuUsage(c); console.log('first', n, performance.now()-t, 'cpu', (u.user+u.system)/1000)
 }
}, 100000)
