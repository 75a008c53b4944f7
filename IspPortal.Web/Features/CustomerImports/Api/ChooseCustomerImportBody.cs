namespace IspPortal.Web.Features.CustomerImports.Api;

/// <summary>Which possible doubles are made or left out; what is not said is not asked.</summary>
/// <param name="Chosen">True makes them, false leaves them out; required.</param>
/// <param name="Numbers">Only these lines of the file, up to 5,000; without them all possible doubles.</param>
internal sealed record ChooseCustomerImportBody(bool? Chosen = null, IReadOnlyList<int>? Numbers = null);
