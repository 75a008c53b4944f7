namespace IspPortal.Web.Features.Addressing.Api;

/// <summary>An address to give to a line.</summary>
/// <param name="AccessId">The owned line; required.</param>
/// <param name="Range">Out of which: a range, a net (without its first and last address) or an address, several with commas between; required.</param>
internal sealed record AssignAddressBody(Guid? AccessId = null, string? Range = null);
