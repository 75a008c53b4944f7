namespace IspPortal.Web.Features.Customers.Api;

/// <summary>An identity number in full.</summary>
/// <param name="IdentityNumber">Sixteen digits.</param>
internal sealed record IdentityNumberResource(string IdentityNumber);
