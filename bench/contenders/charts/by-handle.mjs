/** Not every version of the library has queries by handle. */
const columns = await import('rolegraph/columns').catch((cause) => {
  if (cause.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' || cause.code === 'ERR_MODULE_NOT_FOUND')
    return undefined
  throw cause
})

/** The library by handles, for those who hold millions of ids. */
export const byHandle =
  columns === undefined
    ? {}
    : {
        handleOf: columns.handleOf,
        isHandleAbove: columns.isAbove,
        sizeOfHandle: columns.organizationSizeOf,
      }
