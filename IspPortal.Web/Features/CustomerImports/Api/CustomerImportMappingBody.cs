using IspPortal.Core.Customers.Imports;

namespace IspPortal.Web.Features.CustomerImports.Api;

/// <summary>Which column fills which field.</summary>
/// <param name="Version">The version that was read; required.</param>
/// <param name="Sheet">The sheet, from 0.</param>
/// <param name="Columns">One entry a field, its column counted from 0; without any the offered ones are taken.</param>
internal sealed record CustomerImportMappingBody(long? Version = null, int Sheet = 0, IReadOnlyList<CustomerImportColumn>? Columns = null);
