namespace IspPortal.Web.Features.Customers.Api;

/// <summary>Into whom a customer is merged.</summary>
/// <param name="IntoId">The customer that stays.</param>
/// <param name="Reason">Why, up to 500 characters; required.</param>
internal sealed record MergeCustomerBody(Guid? IntoId = null, string? Reason = null);
